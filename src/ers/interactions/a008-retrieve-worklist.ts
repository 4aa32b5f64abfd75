import { PROVIDER_LISTS, REFERRER_LISTS, type WorklistRow } from '../../domain/worklist.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { readWorklist } from '../shapes/worklist.ts';
import { worklistRows } from '../shapes/worklist-row.ts';
import type { WorklistSearch } from '../verbs/reviewing.ts';
import { firstBroken, resultOf, type Interaction, type Rule } from './interaction.ts';
import { filterRules, worklistBody } from './worklist-request.ts';

/** A whole worklist: thousands of rows, not paged and not sorted. */
export const retrieveWorklist: Interaction<WorklistSearch, WorklistRow[]> = {
  id: 'A008',
  kind: 'read',
  build(search, dialect) {
    const { list, ...filter } = search;
    const refusal = firstBroken([...listRules(search, dialect), ...filterRules(filter)]);
    const listType = { system: 'eRS-ReferralListSelector-1', code: list } as const;
    const body = worklistBody(listType, filter, dialect);
    return refusal ?? { operation: 'A008', params: {}, body };
  },
  parse: (answer, { origin }) =>
    resultOf(readWorklist(answer.body, 'ReferralRequest', worklistRows), answer, origin),
  mismatch: (rows, { list }) =>
    rows.every((row) => row.list === list) ? undefined : { field: 'entry' },
  failures: {},
};

/** A referrer's list takes no filter (interactions.md §11). */
function listRules({ list, ...filter }: WorklistSearch, { quirks }: Dialect): Rule[] {
  const ofReferrer = REFERRER_LISTS.some((one) => one === list);
  const isKnown = ofReferrer || PROVIDER_LISTS.some((one) => one === list);
  const isOffered = quirks.hasReferrerWorklists || !ofReferrer;
  const filtered = FILTERS.find(([name]) => ofReferrer && filter[name] !== undefined);
  return [
    { when: !isKnown, refused: 'field-wrong', field: 'listType' },
    { when: !isOffered, refused: 'not-offered', field: 'listType' },
    { when: !!filtered, refused: 'field-not-permitted', field: filtered?.[1] ?? '' },
  ];
}

const FILTERS = [
  ['serviceId', 'service'],
  ['specialty', 'specialty'],
  ['location', 'location'],
  ['clinician', 'clinician'],
] as const;
