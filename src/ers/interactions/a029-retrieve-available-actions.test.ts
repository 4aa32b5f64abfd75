import { describe, expect, it } from 'vitest';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { concept, inDialect, ok, refused, type Json } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import { retrieveAvailableActions } from './a029-retrieve-available-actions.ts';

const { parsedBy, problemFor } = inDialect(apiPlatform);
const asked = { ubrn: '000049283317' as Ubrn, version: '6' as ReferralVersion };
const FOCUS = 'ReferralRequest/000049283317/_history/6';

function task(code: string, over: Json = {}): Json {
  const resource = {
    resourceType: 'Task',
    status: 'ready',
    intent: 'proposal',
    focus: { reference: FOCUS },
    code: concept('eRS-AvailableActionsForUser-1', code),
    ...over,
  };
  return { resource };
}

const read = (...entry: Json[]) =>
  parsedBy(retrieveAvailableActions, asked, ok({ resourceType: 'Bundle', entry }));

describe('the available actions', () => {
  it.each([hscn, apiPlatform])('are asked for one version of a referral ($name)', (dialect) => {
    const request = inDialect(dialect).requestOf(retrieveAvailableActions, asked);
    const route = 'refused' in request ? undefined : dialect.route(request);
    expect(decodeURIComponent(route?.path ?? '')).toContain(
      `/Task?focus=${FOCUS}&intent=proposal&status=ready`,
    );
  });

  it('are codes, also those that nobody here knows', () => {
    expect(read(task('CREATE_APPOINTMENT'), task('SOMETHING_NEW'))).toEqual({
      ok: true,
      value: [
        { code: 'CREATE_APPOINTMENT', ...asked },
        { code: 'SOMETHING_NEW', ...asked },
      ],
    });
  });

  it('may be none, which allows nothing', () => {
    expect(read()).toEqual({ ok: true, value: [] });
    const bare = ok({ resourceType: 'Bundle' });
    expect(parsedBy(retrieveAvailableActions, asked, bare)).toEqual({ ok: true, value: [] });
  });

  it.each(['ReferralRequest/000049283317/_history/7', 'ReferralRequest/000049283318/_history/6'])(
    'are not those of %s',
    (reference) => {
      expect(read(task('CANCEL_REFERRAL', { focus: { reference } }))).toMatchObject({
        ok: false,
        problem: { field: 'focus' },
      });
    },
  );

  it.each<[string, Json, string]>([
    ['that are not ready', { status: 'draft' }, 'entry[0].resource.status'],
    ['on nothing', { focus: undefined }, 'entry[0].resource.focus'],
    ['without a code', { code: undefined }, 'entry[0].resource.code'],
    [
      'on a person',
      { focus: { reference: 'Patient/000049283317/_history/6' } },
      'entry[0].resource.focus.type',
    ],
  ])('are unreadable %s', (_, over, field) => {
    expect(read(task('CANCEL_REFERRAL', over))).toMatchObject({ ok: false, problem: { field } });
  });

  it.each([
    [400, 'HISTORY_NOT_SUPPORTED', 'referral-changed'],
    [400, 'REFERENCE_NOT_FOUND', 'not-found'],
    [400, 'INVALID_VALUE', 'field-wrong'],
    [403, 'FORBIDDEN', 'forbidden'],
  ])('refused with %i %s are %s', (status, code, said) => {
    expect(problemFor(retrieveAvailableActions, refused(status, code)).reason).toBe(said);
  });
});
