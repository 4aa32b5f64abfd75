import type { List } from 'fhir/r3';
import type { AdviceRequest } from '../core/advice.ts';
import { createdAt, lastUpdatedAt } from '../core/dates.ts';
import type { Writing } from '../http/interaction.ts';
import { codeSystem, ersCodeSystem } from './names.ts';
import { listEntry, writeList } from './referral-worklist.ts';
import type { Column } from './worklist-columns.ts';
import {
  at,
  coded,
  patientColumn,
  priorityColumn,
  serviceColumn,
  specialtyColumn,
  userColumn,
} from './worklist-columns.ts';

function columns({ core, variant }: Writing, advice: AdviceRequest): Column {
  const service = core.directory.services.get(advice.serviceId);
  return [
    ...priorityColumn(advice.priority),
    ...specialtyColumn(variant, service),
    ...patientColumn(advice.patient),
    ...userColumn('namedClinician', advice.criteria.namedClinician),
    ...coded('category', codeSystem('eRS-AdviceAndGuidanceStatus-1'), advice.category),
    ...at('adviceFirstRequested', createdAt(advice)),
    ...at('adviceLastUpdated', lastUpdatedAt(advice)),
    ...userColumn('referrer', advice.requester.userId),
    ...serviceColumn(core, advice.serviceId),
    ...coded('clinicType', ersCodeSystem(variant, 'CLINIC-TYPE'), service?.clinicType),
    ...(variant.complete
      ? [{ url: 'communicationRequestVersion', valueInteger: advice.version }]
      : []),
  ];
}

/** A023. */
export function writeAdviceWorklist(writing: Writing, rows: readonly AdviceRequest[]): List {
  return writeList(
    rows.map((advice) =>
      listEntry(
        'AdviceAndGuidanceRequests',
        columns(writing, advice),
        `CommunicationRequest/${advice.ubrn}`,
      ),
    ),
  );
}
