import * as v from 'valibot';
import { PRIORITIES, type SearchCriteria } from '../../domain/criteria.ts';
import {
  one,
  parameters,
  valueBoolean,
  valueCoding,
  valueIdentifier,
  valueText,
  valueWhole,
} from './grouped.ts';
import { maybe } from './values.ts';

const valuePriority = v.pipe(
  valueCoding,
  v.transform(({ code }) => code),
  v.picklist(PRIORITIES),
);

/** The criteria that a referral was made with, as e-RS gives them back. */
export const criteriaShape = v.pipe(
  v.object({
    resourceType: v.literal('Parameters'),
    parameter: parameters({
      priority: one(valuePriority),
      specialty: maybe(one(valueCoding)),
      clinicType: maybe(one(valueCoding)),
      clinicalTerm: maybe(one(valueCoding)),
      namedClinician: maybe(one(valueIdentifier)),
      postcode: maybe(one(valueText)),
      place: maybe(one(valueText)),
      distanceLimit: maybe(one(valueWhole)),
      indicativeAppointmentWaitTimeLimit: maybe(one(valueWhole)),
      organisation: maybe(one(valueIdentifier)),
      ageAndGenderAppropriate: one(valueBoolean),
      commissioningProvisioning: maybe(one(valueCoding)),
    }),
  }),
  v.transform(({ parameter }): SearchCriteria => {
    const { namedClinician, indicativeAppointmentWaitTimeLimit, commissioningProvisioning } =
      parameter;
    return {
      priority: parameter.priority,
      specialty: parameter.specialty,
      clinicType: parameter.clinicType,
      clinicalTerm: parameter.clinicalTerm,
      namedClinician: namedClinician === undefined ? undefined : { code: namedClinician },
      postcode: parameter.postcode,
      place: parameter.place,
      distanceLimit: parameter.distanceLimit,
      waitLimit: indicativeAppointmentWaitTimeLimit,
      organisation: parameter.organisation,
      ageAndGenderAppropriate: parameter.ageAndGenderAppropriate,
      commissioningProvisioning: commissioningProvisioning?.code,
    };
  }),
);
