import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { Clock, Instant } from '../../src/domain/instant.ts';
import type { Priority, SearchCriteria } from '../../src/domain/criteria.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import type { WriteResult } from '../../src/domain/problem.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import { createErsClient, type ErsClient } from '../../src/ers/client.ts';
import { createDialectTransport } from '../../src/ers/dialect-transport.ts';
import { clockStartingAt } from '../../widgets/session/clocks.ts';
import { letterPdf } from './letter-pdf.ts';
import { simulator } from './desk.ts';

/** A service of the directory that takes what is asked of it. */
interface Asked {
  id: string;
  specialty: string;
  clinicType: string;
}

/** At Northmoor, which the hospital's users review for. */
const ARRHYTHMIA_CLINIC: Asked = {
  id: '70002',
  specialty: 'CARDIOLOGY',
  clinicType: 'ARRHYTHMIA',
};

export const KNEE_TRIAGE: Asked = { id: '70363', specialty: 'ORTHOPAEDICS', clinicType: 'KNEE' };

/** It gives advice, too. */
export const NAILS_CLINIC: Asked = { id: '70149', specialty: 'DERMATOLOGY', clinicType: 'NAILS' };

/** What a practice does of itself: not through a page, and still through the interactions. */
export interface Practice {
  patients: readonly { nhsNumber: NhsNumber; family: string }[];
  /** Created, with its letter, and booked into the first free slot. */
  book(patient: NhsNumber, priority?: Priority): Promise<Ubrn>;
  /** Created, with its letter, and put to the provider as it has no slot left. */
  defer(patient: NhsNumber, priority?: Priority): Promise<Ubrn>;
  /** Created, with its letter, and sent for triage. */
  sendForTriage(patient: NhsNumber, service: Asked): Promise<Ubrn>;
  ask(patient: NhsNumber, service: Asked, request: AdviceAsked): Promise<Ubrn>;
  readonly client: ErsClient;
}

interface AdviceAsked {
  text: string;
  mayConvert: boolean;
}

const options = (): { intentId: string } => ({ intentId: randomUUID() });

/** Dr Fenwick's practice, over the API platform: the requests are the same in either dialect. */
export async function openPractice(base = inject('simulator')): Promise<Practice> {
  const clock = clockStartingAt((await simulator.clock(base)).now);
  const client = clientOf(base, clock);
  const { patients } = await simulator.directory(base);
  const made = (patient: NhsNumber, service: Asked, priority: Priority): Promise<Referral> =>
    createWithLetter(client, { patient, service, priority, now: clock.now });
  return {
    client,
    patients: patients.map(({ nhsNumber, family }) => ({
      nhsNumber: nhsNumber.replaceAll(' ', '') as NhsNumber,
      family,
    })),
    async book(patient, priority = 'URGENT') {
      const referral = await made(patient, ARRHYTHMIA_CLINIC, priority);
      const slot = await firstSlot(client, referral, priority);
      const { ubrn, version } = referral;
      if (!slot) throw new Error('There is no free slot left.');
      done(await client.bookAppointment({ ubrn, version, patient, slot }, options()));
      return ubrn;
    },
    async defer(patient, priority = 'URGENT') {
      const { ubrn, version } = await made(patient, ARRHYTHMIA_CLINIC, priority);
      const reason = 'BOOKING_ATTEMPT_PROBLEM';
      const deferral = { ubrn, version, patient, serviceId: ARRHYTHMIA_CLINIC.id, reason } as const;
      done(await client.deferToProvider(deferral, options()));
      return ubrn;
    },
    async sendForTriage(patient, service) {
      const { ubrn, version } = await made(patient, service, 'ROUTINE');
      const request = { ubrn, version, patient, serviceId: service.id };
      done(await client.sendForTriage(request, options()));
      return ubrn;
    },
    async ask(patient, service, { text, mayConvert }) {
      const criteria = criteriaOf(service, 'ROUTINE');
      const asked = { patient, criteria, serviceId: service.id, text, mayConvert };
      return done(await client.askForAdvice(asked, options())).request.ubrn;
    },
  };
}

function clientOf(base: string, clock: Clock): ErsClient {
  const dialect = 'api-platform';
  const identity = {
    Authorization: 'Bearer DEMO-CIS2-TOKEN-1',
    'NHSD-End-User-Organisation-ODS': 'Y99001',
    'NHSD-eRS-Business-Function': 'REFERRING_CLINICIAN',
  };
  return createErsClient({
    dialect,
    transport: createDialectTransport({
      base: `${base}/referrals/FHIR`,
      dialect,
      fetch,
      identity: () => identity,
    }),
    contextId: 'practice',
    clock,
    newId: randomUUID,
    random: () => 0,
  });
}

function criteriaOf({ specialty, clinicType }: Asked, priority: Priority): SearchCriteria {
  return {
    priority,
    specialty: { code: specialty },
    clinicType: { code: clinicType },
    ageAndGenderAppropriate: false,
  };
}

interface Wanted {
  patient: NhsNumber;
  service: Asked;
  priority: Priority;
  now: () => Instant;
}

async function createWithLetter(
  client: ErsClient,
  { patient, service, priority, now }: Wanted,
): Promise<Referral> {
  const created = done(
    await client.createReferral(
      {
        patient,
        criteria: criteriaOf(service, priority),
        services: [service.id],
        letterIntention: 'NEED_TO_ADD_LATER',
        reminderDays: 14,
      },
      options(),
    ),
  );
  const { ubrn, version } = created;
  const file = new File([new Uint8Array(await letterPdf())], 'Referral letter.pdf', {
    type: 'application/pdf',
  });
  const { url } = done(await client.uploadFile(ubrn, file, options()));
  const letters = [{ url, description: 'Referral letter', indexed: now() }];
  return done(await client.maintainReferralLetters({ ubrn, version, letters }, options()));
}

async function firstSlot(client: ErsClient, referral: Referral, priority: Priority) {
  const { slots } = await client.retrieveSlots({
    serviceId: ARRHYTHMIA_CLINIC.id,
    priority,
    ruleOrganisation: referral.commissioningRuleOrganisation ?? '',
    page: 1,
    count: 1,
  });
  return slots[0];
}

function done<T>(result: WriteResult<T>): T {
  if (result.outcome === 'done') return result.value;
  throw new Error(`The practice was refused: ${JSON.stringify(result)}`);
}
