import type { Role } from '../../domain/user.ts';
import { searchResults } from '../shapes/search-results.ts';
import { at, list, mapped, maybe, object, resourceOf, text } from '../shapes/shape.ts';
import { concept } from '../shapes/values.ts';
import { bodyAs, type Interaction } from './interaction.ts';

/** One for each organisation of the user, with every function there. */
const rolesShape = mapped(
  resourceOf('PractitionerRole', {
    organization: object({ identifier: at('value', text), display: maybe(text) }),
    code: list(concept),
  }),
  ({ organization: { identifier: odsCode, display: name }, code: functions }): Role[] =>
    functions.map(({ code }) => ({ businessFunction: code, organisation: { odsCode, name } })),
);

const shape = mapped(searchResults(rolesShape), (roles) => roles.flat());

/** What the user may act as, of all functions of e-RS: also of those that nothing here serves. */
export const retrieveOwnRoles: Interaction<undefined, Role[]> = {
  id: 'A030',
  kind: 'read',
  build: () => ({}),
  parse: bodyAs(shape),
};
