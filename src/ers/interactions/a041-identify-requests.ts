import type { RequestIdentity } from '../../domain/request-identity.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { searchResults } from '../shapes/search-results.ts';
import { at, from, mapped, one, oneOf, resourceOf, text } from '../shapes/shape.ts';
import { subject, ubrn } from '../shapes/values.ts';
import { bodyAs, type Interaction } from './interaction.ts';

const KINDS = { referral: 'referral', request: 'advice' } as const;

const kindCode = at('coding', one(at('code', oneOf(['referral', 'request']))));

const identityShape = mapped(
  resourceOf('ServiceRequest', {
    id: text,
    identifier: one(at('value', ubrn)),
    category: one(kindCode),
    patient: from('subject', subject),
  }),
  ({ id, identifier, category, patient }): RequestIdentity => ({
    ubrn: identifier,
    id,
    kind: KINDS[category],
    patient,
  }),
);

const shape = searchResults(identityShape);

/** What a UBRN names: nothing, one thing or two. e-RS calls it a draft (api-platform.md §3). */
export const identifyRequests: Interaction<Ubrn, RequestIdentity[]> = {
  id: 'A041',
  kind: 'read',
  build: (asked) => ({ params: { ubrn: asked } }),
  parse: bodyAs(shape),
  mismatch: (found, asked) =>
    found.every((one) => one.ubrn === asked) ? undefined : { field: 'entry' },
};
