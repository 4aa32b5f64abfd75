import { describe, expect, it } from 'vitest';
import { instantOf } from '../domain/instant.ts';
import { readLaunchContext, type PatientInput } from './launch-context.ts';

const stamp = { contextId: 'context-1', seq: 1, issuedAt: instantOf(0) };
const user = { id: '021600550204' };
const organisation = { odsCode: 'Y99001' };
const patient: PatientInput = { nhsNumber: '999 012 3454', birthDate: '1968-03-14' };

describe('the launch context of a host', () => {
  it('holds the NHS number without its spaces', () => {
    const context = readLaunchContext({ patient, user, organisation }, stamp);
    expect(context.patient?.nhsNumber).toBe('9990123454');
    expect(context.patientProblem).toBeUndefined();
  });

  it('holds no patient at all when the NHS number fails its check digit', () => {
    const wrong = { ...patient, nhsNumber: '999 012 3455' };
    const context = readLaunchContext({ patient: wrong, user, organisation }, stamp);
    expect(context.patient).toBeUndefined();
    expect(context.patientProblem).toBe('nhs-number-wrong');
  });

  it('holds no patient at all when the date of birth is no day', () => {
    const wrong = { ...patient, birthDate: '1968-02-30' };
    const context = readLaunchContext({ patient: wrong, user, organisation }, stamp);
    expect(context.patient).toBeUndefined();
    expect(context.patientProblem).toBe('birth-date-wrong');
  });

  it('takes a patient as not checked unless the host says so', () => {
    expect(readLaunchContext({ patient, user, organisation }, stamp).patient?.verified).toBe(false);
  });

  it('cannot be changed afterwards', () => {
    const context = readLaunchContext({ patient, user, organisation }, stamp);
    expect(Object.isFrozen(context) && Object.isFrozen(context.patient)).toBe(true);
  });
});
