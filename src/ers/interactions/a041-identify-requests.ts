import * as v from 'valibot';
import type { RequestIdentity } from '../../domain/request-identity.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { readAs } from '../shapes/reading.ts';
import { searchResults } from '../shapes/search-results.ts';
import { nhsNumber, ubrn } from '../shapes/values.ts';
import { firstBroken, resultOf, type Interaction } from './interaction.ts';

const KINDS = { referral: 'referral', request: 'advice' } as const;

const category = v.pipe(
  v.tuple([
    v.object({ coding: v.tuple([v.object({ code: v.picklist(['referral', 'request']) })]) }),
  ]),
  v.transform(([{ coding }]) => KINDS[coding[0].code]),
);

const identityShape = v.pipe(
  v.object({
    resourceType: v.literal('ServiceRequest'),
    id: v.string(),
    identifier: v.tuple([v.object({ value: ubrn })]),
    category,
    subject: v.object({ identifier: v.object({ value: nhsNumber }) }),
  }),
  v.transform(({ id, identifier, category: kind, subject }): RequestIdentity => ({
    ubrn: identifier[0].value,
    id,
    kind,
    patient: subject.identifier.value,
  })),
);

const shape = searchResults(identityShape);

/** What a UBRN names: nothing, one thing or two. e-RS calls the interaction a draft. */
export const identifyRequests: Interaction<Ubrn, RequestIdentity[]> = {
  id: 'A041',
  kind: 'read',
  build(asked) {
    const isUbrn = /^\d{12}$/.test(asked);
    const refusal = firstBroken([{ when: !isUbrn, refused: 'field-wrong', field: 'identifier' }]);
    return refusal ?? { operation: 'A041', params: { ubrn: asked } };
  },
  parse: (answer, { origin }) => resultOf(readAs(shape, answer.body), answer, origin),
  mismatch: (found, asked) =>
    found.every((one) => one.ubrn === asked) ? undefined : { field: 'entry' },
  failures: {},
};
