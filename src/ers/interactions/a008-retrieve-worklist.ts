import { PROVIDER_LISTS, REFERRER_LISTS, type WorklistRow } from '../../domain/worklist.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { readWorklist } from '../shapes/worklist.ts';
import { worklistRows } from '../shapes/worklist-row.ts';
import type { WorklistSearch } from '../verbs/listing.ts';
import type { Interaction } from './interaction.ts';
import { neededWord, notPermitted, type Rule } from './rules.ts';
import { filterRules, worklistBody } from './worklist-request.ts';

/** A whole worklist: thousands of rows, not paged and not sorted. */
export const retrieveWorklist: Interaction<WorklistSearch, WorklistRow[]> = {
  id: 'A008',
  kind: 'read',
  rules: (search, dialect) => [...listRules(search, dialect), ...filterRules(search)],
  build({ list, ...filter }, dialect) {
    const listType = { system: 'eRS-ReferralListSelector-1', code: list } as const;
    return { body: worklistBody(listType, filter, dialect) };
  },
  parse: ({ body }) => readWorklist(body, 'ReferralRequest', worklistRows),
  mismatch: (rows, { list }) =>
    rows.every((row) => row.list === list) ? undefined : { field: 'entry' },
};

/** A referrer's list takes no filter (interactions.md §11). */
function listRules({ list, ...filter }: WorklistSearch, { quirks }: Dialect): Rule[] {
  const ofReferrer = REFERRER_LISTS.some((one) => one === list);
  return [
    neededWord('listType', list, [...PROVIDER_LISTS, ...REFERRER_LISTS]),
    {
      refused: 'not-offered',
      field: 'listType',
      isBroken: ofReferrer && !quirks.hasReferrerWorklists,
    },
    ...FILTERS.map(([name, field]) =>
      notPermitted(field, ofReferrer && filter[name] !== undefined),
    ),
  ];
}

/** What narrows a list, by our name and by that of e-RS. */
const FILTERS = [
  ['serviceId', 'service'],
  ['specialty', 'specialty'],
  ['location', 'location'],
  ['clinician', 'clinician'],
] as const;
