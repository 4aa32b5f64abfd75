import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import { refused } from '../answers.fixtures.ts';
import { createSteppedClock } from '../desk.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { openClient } from '../open-client.ts';
import type { ErsCall } from '../transport.ts';
import { directoryVerbs } from './directory.ts';

function openDesk(dialect: 'hscn' | 'api-platform') {
  const calls: ErsCall[] = [];
  const { calls: desk } = openClient({
    dialect,
    transport: {
      request: (call) => {
        calls.push(call);
        return Promise.resolve(refused(404));
      },
    },
    contextId: 'x-1',
    clock: createSteppedClock(),
    newId: () => 'c-1',
    random: () => 0,
  });
  return { verbs: directoryVerbs(desk), calls };
}

describe('the directory', () => {
  it('sends each verb as its own operation, with a route on the API platform', async () => {
    const lists = openDesk('api-platform');
    await Promise.allSettled([
      lists.verbs.retrieveAppointmentCancellationReasons(),
      lists.verbs.retrieveReferralCancellationReasons(),
      lists.verbs.retrieveNonAttendanceReasons(),
    ]);
    const rest = openDesk('api-platform');
    await Promise.allSettled([
      rest.verbs.retrieveOwnRoles(),
      rest.verbs.retrieveService('11008'),
      rest.verbs.retrieveServices(['11008']),
      rest.verbs.retrieveServiceVersion('11008'),
      rest.verbs.retrieveCliniciansActedFor(),
    ]);
    const last = openDesk('api-platform');
    await Promise.allSettled([last.verbs.identifyRequests('000049283317' as Ubrn)]);
    const calls = [...lists.calls, ...rest.calls, ...last.calls];
    expect(calls.every((call) => apiPlatform.route(call))).toBe(true);
    expect(calls.map(({ operation, params }) => [operation, ...Object.values(params)])).toEqual([
      ['A004', 'APPOINTMENT-CANCELLATION-REASON'],
      ['A004', 'REFERRAL-CANCELLATION-REASON'],
      ['A004', 'APPOINTMENT-NON-ATTENDANCE-REASON'],
      ['A030'],
      ['A033', '11008'],
      ['A035', '11008'],
      ['A037', '11008'],
      ['A040'],
      ['A041', '000049283317'],
    ]);
  });

  it('asks HSCN nothing that HSCN does not have', async () => {
    const { verbs, calls } = openDesk('hscn');
    await expect(verbs.retrieveService('11008')).rejects.toMatchObject({
      problem: { reason: 'not-offered', source: 'not-offered' },
    });
    expect(calls).toEqual([]);
  });
});
