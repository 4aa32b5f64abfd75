import type { Clinician } from '../../domain/user.ts';
import { SDS_USER_ID } from '../forms.ts';
import { searchResults } from '../shapes/search-results.ts';
import { at, either, mapped, one, resourceOf } from '../shapes/shape.ts';
import { inForm } from '../shapes/values.ts';
import { bodyAs, type Interaction } from './interaction.ts';

const userId = at('value', inForm<string>(SDS_USER_ID));

const clinicianShape = mapped(
  resourceOf('Practitioner', { identifier: either(one(userId), userId) }),
  ({ identifier: sdsUserId }): Clinician => ({ sdsUserId }),
);

const shape = searchResults(clinicianShape);

/** On whose behalf a service provider clinician admin may act. e-RS gives no names. */
export const retrieveCliniciansActedFor: Interaction<undefined, Clinician[]> = {
  id: 'A040',
  kind: 'read',
  build: () => ({}),
  parse: bodyAs(shape),
};
