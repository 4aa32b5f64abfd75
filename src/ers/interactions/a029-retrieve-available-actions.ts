import type { AvailableAction } from '../../domain/available-action.ts';
import { parseReference } from '../../fhir/references.ts';
import { searchResults } from '../shapes/search-results.ts';
import { mapped, object, oneOf, refined, resourceOf } from '../shapes/shape.ts';
import { concept, reference, ubrn, version } from '../shapes/values.ts';
import type { ReferralAsRead } from '../verbs/reviewing.ts';
import { bodyAs, type Interaction } from './interaction.ts';

const referralRead = object({ type: oneOf(['ReferralRequest']), id: ubrn, version });

const taskShape = mapped(
  resourceOf('Task', {
    status: oneOf(['ready']),
    focus: refined(mapped(reference, parseReference), referralRead),
    code: concept,
  }),
  ({ code: { code }, focus }): AvailableAction => ({
    code,
    ubrn: focus.id,
    version: focus.version,
  }),
);

const actionsShape = searchResults(taskShape);

/** What e-RS lets this user do with a referral now; nothing at all is an answer too. */
export const retrieveAvailableActions: Interaction<ReferralAsRead, AvailableAction[]> = {
  id: 'A029',
  kind: 'read',
  build: (asked) => ({ params: { ubrn: asked.ubrn, version: asked.version } }),
  parse: bodyAs(actionsShape),
  mismatch: (actions, asked) =>
    actions.every((one) => one.ubrn === asked.ubrn && one.version === asked.version)
      ? undefined
      : { field: 'focus' },
  failures: {
    // The referral.
    REFERENCE_NOT_FOUND: 'not-found',
  },
};
