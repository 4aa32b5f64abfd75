import { PRIORITIES, type SearchCriteria } from '../../domain/criteria.ts';
import {
  parametersResource,
  valueBoolean,
  valueCoding,
  valueIdentifier,
  valueText,
  valueWhole,
} from './grouped.ts';
import { at, from, object, one, oneOf, oneOrNone, text, type Shape } from './shape.ts';

const namedClinician = at('valueIdentifier', object({ code: from('value', text) }));

/** The criteria that a referral was made with, as e-RS gives them back. */
export const criteriaShape: Shape<SearchCriteria> = parametersResource({
  priority: one(at('valueCoding', at('code', oneOf(PRIORITIES)))),
  specialty: oneOrNone(valueCoding),
  clinicType: oneOrNone(valueCoding),
  clinicalTerm: oneOrNone(valueCoding),
  namedClinician: oneOrNone(namedClinician),
  postcode: oneOrNone(valueText),
  place: oneOrNone(valueText),
  distanceLimit: oneOrNone(valueWhole),
  waitLimit: from('indicativeAppointmentWaitTimeLimit', oneOrNone(valueWhole)),
  organisation: oneOrNone(valueIdentifier),
  ageAndGenderAppropriate: one(valueBoolean),
  commissioningProvisioning: oneOrNone(at('valueCoding', at('code', text))),
});
