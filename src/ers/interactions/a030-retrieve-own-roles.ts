import * as v from 'valibot';
import type { Role } from '../../domain/user.ts';
import { readAs } from '../shapes/reading.ts';
import { searchResults } from '../shapes/search-results.ts';
import { concept, maybe } from '../shapes/values.ts';
import { resultOf, type Interaction } from './interaction.ts';

/** One for each organisation of the user, with every function there. */
const rolesShape = v.pipe(
  v.object({
    resourceType: v.literal('PractitionerRole'),
    organization: v.object({
      identifier: v.object({ value: v.string() }),
      display: maybe(v.string()),
    }),
    code: v.array(concept),
  }),
  v.transform(({ organization: { identifier, display }, code }): Role[] =>
    code.map((businessFunction) => ({
      businessFunction: businessFunction.code,
      organisation: { odsCode: identifier.value, name: display },
    })),
  ),
);

const shape = v.pipe(
  searchResults(rolesShape),
  v.transform((roles) => roles.flat()),
);

/** What the user may act as, of all functions of e-RS: also of those that nothing here serves. */
export const retrieveOwnRoles: Interaction<undefined, Role[]> = {
  id: 'A030',
  kind: 'read',
  build: () => ({ operation: 'A030', params: {} }),
  parse: (answer, { origin }) => resultOf(readAs(shape, answer.body), answer, origin),
  failures: {},
};
