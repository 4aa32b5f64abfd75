import { concept, NHS_NUMBER, SDS_USER, SERVICE, type Json } from '../answers.fixtures.ts';

/** A worklist as e-RS answers it. */
export function worklist(entry: Json[], contained: Json[] = []): Json {
  return { resourceType: 'List', status: 'current', mode: 'snapshot', contained, entry };
}

/** One row: `name` is that of the extension, `columns` are its parts by name. */
export function row(name: string, columns: Json): Json {
  const extension = Object.entries(columns).flatMap(([url, value]) =>
    value === undefined ? [] : [{ url, ...(value as Json) }],
  );
  const url = `https://fhir.nhs.uk/STU3/StructureDefinition/Extension-eRS-${name}-WorkListItem-1`;
  return { extension: [{ url, extension }], item: { reference: 'ReferralRequest/000049283317' } };
}

export function at(valueDateTime: string): Json {
  return { valueDateTime };
}

export function person(system: string, value: string): Json {
  return { valueReference: { identifier: { system, value } } };
}

const start = at('2026-10-16T09:30:00.000Z');

function providerColumns(over: Json): Json {
  const identifier = { system: SERVICE, value: '11008' };
  return {
    priority: { valueCodeableConcept: concept('eRS-Priority-1', 'URGENT') },
    specialty: { valueCodeableConcept: concept('SPECIALTY', 'CARDIOLOGY') },
    patient: person(NHS_NUMBER, '9990123454'),
    eReferralPathwayStart: start,
    clinicalInfoPrinted: { valueBoolean: false },
    service: { valueReference: { identifier, display: 'Community Cardiology Clinic' } },
    ...over,
  };
}

export function reviewColumns(over: Json = {}): Json {
  return providerColumns({
    requestContextStatus: {
      valueCodeableConcept: concept('eRS-RequestContextStatus-1', 'NEVER_REVIEWED'),
    },
    referralType: { valueCodeableConcept: concept('eRS-ReferralType-1', 'APPOINTMENT') },
    ...over,
  });
}

export function slotIssueColumns(over: Json = {}): Json {
  return providerColumns(over);
}

export function followUpColumns(): Json {
  return {
    patient: person(NHS_NUMBER, '9990123454'),
    priority: { valueCodeableConcept: concept('eRS-Priority-1', 'URGENT') },
    referralCreated: start,
    clinicalContext: { valueString: 'CARDIOLOGY/ARRHYTHMIA' },
    referrer: person(SDS_USER, '555032000100'),
  };
}
