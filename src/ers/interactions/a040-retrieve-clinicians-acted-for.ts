import * as v from 'valibot';
import type { Clinician } from '../../domain/user.ts';
import { readAs } from '../shapes/reading.ts';
import { listOrOne, searchResults } from '../shapes/search-results.ts';
import { resultOf, type Interaction } from './interaction.ts';

const userId = v.object({ value: v.pipe(v.string(), v.regex(/^\d{12}$/)) });

const clinicianShape = v.pipe(
  v.object({
    resourceType: v.literal('Practitioner'),
    identifier: v.pipe(listOrOne(userId), v.minLength(1)),
  }),
  v.transform(({ identifier: [id] }): Clinician => ({ sdsUserId: id?.value ?? '' })),
);

const shape = searchResults(clinicianShape);

/** On whose behalf a service provider clinician admin may act. e-RS gives no names. */
export const retrieveCliniciansActedFor: Interaction<undefined, Clinician[]> = {
  id: 'A040',
  kind: 'read',
  build: () => ({ operation: 'A040', params: {} }),
  parse: (answer, { origin }) => resultOf(readAs(shape, answer.body), answer, origin),
  failures: {},
};
