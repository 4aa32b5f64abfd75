import { PRIORITIES, type SearchCriteria } from '../../domain/criteria.ts';
import {
  parameters,
  valueBoolean,
  valueCoding,
  valueIdentifier,
  valueText,
  valueWhole,
} from './grouped.ts';
import { at, mapped, one, oneOf, oneOrNone, resourceOf } from './shape.ts';

/** The criteria that a referral was made with, as e-RS gives them back. */
export const criteriaShape = mapped(
  resourceOf('Parameters', {
    parameter: parameters({
      priority: one(at('valueCoding', at('code', oneOf(PRIORITIES)))),
      specialty: oneOrNone(valueCoding),
      clinicType: oneOrNone(valueCoding),
      clinicalTerm: oneOrNone(valueCoding),
      namedClinician: oneOrNone(valueIdentifier),
      postcode: oneOrNone(valueText),
      place: oneOrNone(valueText),
      distanceLimit: oneOrNone(valueWhole),
      indicativeAppointmentWaitTimeLimit: oneOrNone(valueWhole),
      organisation: oneOrNone(valueIdentifier),
      ageAndGenderAppropriate: one(valueBoolean),
      commissioningProvisioning: oneOrNone(valueCoding),
    }),
  }),
  ({ parameter }): SearchCriteria => {
    const {
      namedClinician,
      indicativeAppointmentWaitTimeLimit: waitLimit,
      commissioningProvisioning,
      ...criteria
    } = parameter;
    return {
      ...criteria,
      namedClinician: namedClinician === undefined ? undefined : { code: namedClinician },
      waitLimit,
      commissioningProvisioning: commissioningProvisioning?.code,
    };
  },
);
