import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { roleAllows } from './role-rules.ts';

type Dialect = Parameters<typeof roleAllows>[2];

const may = (businessFunction: string, action: Action, dialect: Dialect = 'hscn'): boolean =>
  roleAllows({ businessFunction, organisation: { odsCode: 'R69' } }, action, dialect);

describe('what a role may do', () => {
  it.each<[Action, string[]]>([
    ['create-referral', ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN']],
    ['accept-referral', ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN']],
    [
      'see-provider-worklist',
      ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN', 'SERVICE_PROVIDER_ADMIN'],
    ],
    [
      'see-referrer-worklist',
      ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN', 'REFERRING_ADMIN'],
    ],
    ['act-for-clinician', ['SERVICE_PROVIDER_CLINICIAN_ADMIN']],
    [
      'see-advice-worklist',
      ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN', 'SERVICE_PROVIDER_ADMIN'],
    ],
    ['ask-for-advice', ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN']],
    ['answer-advice', ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN']],
    [
      'cancel-referral',
      [
        'REFERRING_CLINICIAN',
        'REFERRING_CLINICIAN_ADMIN',
        'SERVICE_PROVIDER_CLINICIAN',
        'SERVICE_PROVIDER_CLINICIAN_ADMIN',
      ],
    ],
  ])('is %s for those of its own table and nobody else', (action, allowed) => {
    const all = [
      'REFERRING_CLINICIAN',
      'REFERRING_CLINICIAN_ADMIN',
      'REFERRING_ADMIN',
      'SERVICE_PROVIDER_CLINICIAN',
      'SERVICE_PROVIDER_CLINICIAN_ADMIN',
      'SERVICE_PROVIDER_ADMIN',
      'COMMISSIONER',
    ];
    expect(all.filter((role) => may(role, action))).toEqual(allowed);
  });

  it.each<[Action, string, Dialect, Dialect]>([
    ['attach-letters', 'SERVICE_PROVIDER_CLINICIAN', 'hscn', 'api-platform'],
    ['see-available-actions', 'REFERRING_CLINICIAN', 'api-platform', 'hscn'],
  ])('is %s for a %s over %s and not over %s', (action, role, ...[where, notWhere]) => {
    expect(may(role, action, where)).toBe(true);
    expect(may(role, action, notWhere)).toBe(false);
  });
});
