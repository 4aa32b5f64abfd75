import * as v from 'valibot';
import type { AvailableAction } from '../../domain/available-action.ts';
import { parseReference } from '../../fhir/references.ts';
import { readAs } from '../shapes/reading.ts';
import { concept, maybe, ubrn, version } from '../shapes/values.ts';
import type { ReferralAsRead } from '../verbs/reviewing.ts';
import { resultOf, type Interaction } from './interaction.ts';

const focusShape = v.pipe(
  v.object({ reference: v.string() }),
  v.transform(({ reference }) => parseReference(reference)),
  v.object({ type: v.literal('ReferralRequest'), id: ubrn, version }),
);

const taskShape = v.object({
  resource: v.object({
    resourceType: v.literal('Task'),
    status: v.literal('ready'),
    focus: focusShape,
    code: concept,
  }),
});

const bundleShape = v.pipe(
  v.object({ resourceType: v.literal('Bundle'), entry: maybe(v.array(taskShape)) }),
  v.transform(({ entry = [] }) =>
    entry.map(({ resource: { code, focus } }): AvailableAction => ({
      code: code.code,
      ubrn: focus.id,
      version: focus.version,
    })),
  ),
);

/** What e-RS lets this user do with a referral now; nothing at all is an answer too. */
export const retrieveAvailableActions: Interaction<ReferralAsRead, AvailableAction[]> = {
  id: 'A029',
  kind: 'read',
  build: ({ ubrn: number, version: asRead }) => ({
    operation: 'A029',
    params: { ubrn: number, version: asRead },
  }),
  parse: (answer, { origin }) => resultOf(readAs(bundleShape, answer.body), answer, origin),
  mismatch: (actions, asked) =>
    actions.every((one) => one.ubrn === asked.ubrn && one.version === asked.version)
      ? undefined
      : { field: 'focus' },
  failures: {
    // The referral.
    REFERENCE_NOT_FOUND: 'not-found',
  },
};
