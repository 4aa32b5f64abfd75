import type { Core } from '../../core/core.ts';
import type { Caller, Service } from '../../core/model.ts';

const practices = {
  ashdown: { userId: '021600550204', odsCode: 'Y99001' },
  larkhill: { userId: '021600550428', odsCode: 'Y99002' },
} as const;
export type Practice = keyof typeof practices;

/** The doctor of a practice, by the way in that allows the most. */
export function referrerOf(practice: Practice): Caller {
  return { ...practices[practice], role: 'REFERRING_CLINICIAN', dialect: 'api-platform' };
}

/** A clinician of the provider of a service: everybody there is in its workgroup. */
export function reviewerOf(core: Core, { providerOdsCode }: Service): Caller {
  const clinician = [...core.directory.clinicians.values()].find(
    ({ odsCode, inactive }) => odsCode === providerOdsCode && !inactive,
  );
  return {
    userId: clinician?.sdsUserId ?? '',
    role: 'SERVICE_PROVIDER_CLINICIAN',
    odsCode: providerOdsCode,
    dialect: 'api-platform',
  };
}

/** Patients whom e-RS may refer, one after the other and round again. */
export function patientsInTurn(core: Core): (service: Service) => string {
  const all = [...core.directory.patients.values()].filter(({ flag }) => !flag);
  let next = 0;
  return ({ sexTreated }) => {
    for (;;) {
      const patient = all[next++ % all.length];
      const suits =
        sexTreated === 'MALE_AND_FEMALE' || sexTreated.toLowerCase() === patient?.gender;
      if (patient && suits) return patient.nhsNumber;
    }
  };
}
