import { describe, expect, it } from 'vitest';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { refused } from '../answers.fixtures.ts';
import { createErsClient } from '../client.ts';
import type { DialectName } from '../dialects/dialects.ts';
import { createSteppedClock } from '../desk.fixtures.ts';
import { bookedRecord } from '../interactions/appointments.fixtures.ts';

const read = { ubrn: '000049283317' as Ubrn, version: '6' as ReferralVersion };
const intent = { intentId: 'i' };

function deskOf(dialect: DialectName) {
  const operations: string[] = [];
  const client = createErsClient({
    dialect,
    transport: {
      request(call) {
        operations.push(call.operation);
        return Promise.resolve(refused(404));
      },
    },
    contextId: 'x-1',
    clock: createSteppedClock(),
    newId: () => 'c-1',
    random: () => 0,
  });
  return { client, operations };
}

describe('a linked file', () => {
  it.each([
    ['hscn', 'A006'],
    ['api-platform', 'A042'],
  ] as const)('over %s is asked for by %s', async (dialect, operation) => {
    const { client, operations } = deskOf(dialect);
    await client.retrieveFile('Binary/att-1-2').catch(() => undefined);
    expect(operations).toEqual([operation]);
  });
});

describe('the verbs of reviewing', () => {
  it('each send their own operation', async () => {
    const { client, operations } = deskOf('api-platform');
    const comment = 'A comment';
    const reject = { code: 'OTHER', type: 'PROVIDER_REJECT', commentIsMandatory: false };
    const cancel = { code: 'PATIENT_ILL', usage: 'CANCEL', commentIsMandatory: false };
    const end = { code: 'OTHER', referrerUsage: 'CANCEL_REFERRAL', commentIsMandatory: false };
    await Promise.allSettled([
      client.retrieveWorklist({ list: 'AWAITING_BOOKING' }),
      client.retrieveClinicalInformation(read.ubrn),
      client.retrieveAvailableActions(read),
      client.retrieveAppointment('51234'),
    ]);
    await client.acceptReferral(read, intent);
    await client.rejectReferral({ ...read, reason: reject }, intent);
    await client.cancelAppointmentActionLater({ ...read, comment }, intent);
    const outcome = 'RETURN_TO_REFERRER_WITH_ADVICE';
    await client.recordReviewOutcome({ ...read, outcome, comment }, intent);
    await client.cancelReferral({ ...read, reason: end }, intent);
    await client.cancelAppointment({ record: bookedRecord, reason: cancel }, intent);
    expect(operations).toEqual('A008 A007 A029 A038 A013 A014 A022 A028 A036 A034'.split(' '));
  });

  it('say over HSCN that it has no cancelling, and send nothing', async () => {
    const { client, operations } = deskOf('hscn');
    const reason = { code: 'OTHER', referrerUsage: 'CANCEL_REFERRAL', commentIsMandatory: false };
    const result = await client.cancelReferral({ ...read, reason }, intent);
    expect(result).toMatchObject({ outcome: 'not-done', problem: { reason: 'not-offered' } });
    expect(operations).toEqual([]);
  });

  it('tell which worklists a dialect has', () => {
    const worklists = (dialect: DialectName): boolean[] => {
      const { client } = deskOf(dialect);
      return [client.can('see-provider-worklist'), client.can('see-referrer-worklist')];
    };
    expect(worklists('hscn')).toEqual([true, false]);
    expect(worklists('api-platform')).toEqual([true, true]);
  });
});
