import { describe, expect, it } from 'vitest';
import { actsForClinician, parseSdsUserId, sameRole } from './user.ts';

describe('an SDS user id', () => {
  it('is twelve digits', () => {
    expect(parseSdsUserId(' 0216 0055 6514 ')).toBe('021600556514');
    for (const text of ['', '02160055651', '0216005565144', 'FENWICK']) {
      expect(parseSdsUserId(text)).toBeUndefined();
    }
  });
});

describe('a role', () => {
  const role = { businessFunction: 'REFERRING_CLINICIAN', organisation: { odsCode: 'R69' } };

  it('is the same for the same function at the same organisation', () => {
    const named = { ...role, organisation: { odsCode: 'R69', name: 'Eastgate Surgery' } };
    expect(sameRole(role, named)).toBe(true);
    expect(sameRole(role, { ...role, organisation: { odsCode: 'R70' } })).toBe(false);
    expect(sameRole(role, { ...role, businessFunction: 'REFERRING_ADMIN' })).toBe(false);
  });

  it('acts for a clinician only as referring clinician admin', () => {
    expect(actsForClinician(role)).toBe(false);
    expect(actsForClinician({ ...role, businessFunction: 'REFERRING_CLINICIAN_ADMIN' })).toBe(true);
  });
});
