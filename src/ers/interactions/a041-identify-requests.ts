import type { RequestIdentity } from '../../domain/request-identity.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { searchResults } from '../shapes/search-results.ts';
import { at, mapped, one, oneOf, resourceOf, text } from '../shapes/shape.ts';
import { nhsNumber, ubrn } from '../shapes/values.ts';
import { UBRN } from '../forms.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { formRule } from './rules.ts';

const KINDS = { referral: 'referral', request: 'advice' } as const;

const kindCode = at('coding', one(at('code', oneOf(['referral', 'request']))));

const identityShape = mapped(
  resourceOf('ServiceRequest', {
    id: text,
    identifier: one(at('value', ubrn)),
    category: one(kindCode),
    subject: at('identifier', at('value', nhsNumber)),
  }),
  ({ id, identifier, category, subject: patient }): RequestIdentity => ({
    ubrn: identifier,
    id,
    kind: KINDS[category],
    patient,
  }),
);

const shape = searchResults(identityShape);

/** What a UBRN names: nothing, one thing or two. e-RS calls the interaction a draft. */
export const identifyRequests: Interaction<Ubrn, RequestIdentity[]> = {
  id: 'A041',
  kind: 'read',
  rules: (asked) => [formRule('identifier', asked, UBRN)],
  build: (asked) => ({ params: { ubrn: asked } }),
  parse: bodyAs(shape),
  mismatch: (found, asked) =>
    found.every((one) => one.ubrn === asked) ? undefined : { field: 'entry' },
};
