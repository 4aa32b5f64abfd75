import { describe, expect, it } from 'vitest';
import type { Action } from '../domain/action.ts';
import type { Instant } from '../domain/instant.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { ErsError } from '../domain/problem.ts';
import type { ReferralVersion } from '../domain/referral.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import { refused } from './answers.fixtures.ts';
import { createErsClient } from './client.ts';
import type { DialectName } from './dialects/dialects.ts';
import { createDesk, createSteppedClock } from './desk.fixtures.ts';
import { apiPlatform } from './dialects/api-platform.ts';
import type { ErsCall } from './transport.ts';

const ubrn = '000049283317' as Ubrn;
const version = '6' as ReferralVersion;
const patient = '9990123454' as NhsNumber;
const at = '2026-10-22T08:40:00.000Z' as Instant;
const intent = { intentId: 'i' };
const criteria = {
  priority: 'ROUTINE',
  clinicalTerm: { code: '698247007' },
  ageAndGenderAppropriate: true,
} as const;

describe('the client', () => {
  it('offers what its dialect has, and nothing else', () => {
    const { client } = createDesk(refused(404));
    const offered: Record<Action, boolean> = {
      'search-services': true,
      'create-referral': true,
      'open-referral': true,
      'upload-file': true,
      'attach-letters': true,
      'see-slots': true,
      'book-appointment': true,
      'defer-to-provider': true,
      'print-patient-letter': true,
      'send-for-triage': true,
      'change-shortlist': false,
      'see-provider-worklist': true,
      'see-referrer-worklist': false,
      'open-file': true,
      'print-clinical-information': true,
      'accept-referral': true,
      'reject-referral': true,
      'cancel-and-act-later': true,
      'record-review-outcome': true,
      'see-available-actions': true,
      'cancel-appointment': false,
      'cancel-referral': false,
      'see-appointment': false,
      'see-advice-worklist': true,
      'open-advice': true,
      'answer-advice': true,
      'convert-advice': true,
      'print-advice': false,
      'ask-for-advice': false,
      'send-referral-for-triage': false,
      'shortlist-triage-services': false,
      'set-pathway-start': false,
      'upload-file-for-advice': false,
      'see-service-facts': false,
      'act-for-clinician': false,
      'identify-requests': false,
    };
    const actions = Object.keys(offered) as Action[];
    expect(Object.fromEntries(actions.map((action) => [action, client.can(action)]))).toEqual(
      offered,
    );
    expect(client.dialect).toBe('hscn');
    expect(client.fileLimits.maxSize).toBe(5 * 1024 * 1024);
  });

  it('sends each verb as its own operation, with a route in the dialect', async () => {
    const { client, calls } = createDesk(refused(404));
    const slot = { id: '1', serviceId: '11008', start: at, end: at };
    const defer = { serviceId: '11008', reason: 'NO_SLOTS_AT_SERVICE' } as const;
    const search = { patient, criteria, sortBy: 'IWT' } as const;
    const reads = [
      client.retrieveSpecialties(),
      client.retrieveClinicTypes(),
      client.retrievePriorities(),
      client.retrieveReferral(ubrn),
      client.searchServices(search),
    ];
    await Promise.allSettled(reads);
    const second = createDesk(refused(404));
    const slots = { serviceId: '11008', priority: 'ROUTINE', ruleOrganisation: 'R69', page: 1 };
    await Promise.allSettled([
      second.client.retrieveSlots(slots as Parameters<typeof client.retrieveSlots>[0]),
      second.client.retrievePatientLetter(ubrn),
    ]);
    const letters = [{ url: 'Binary/1', indexed: at }];
    const created = { letterIntention: 'NEED_TO_ADD_LATER', reminderDays: 0 } as const;
    await client.createReferral({ patient, criteria, services: ['1'], ...created }, intent);
    await client.uploadFile(ubrn, new File(['x'], 'a.txt'), intent);
    await client.maintainReferralLetters({ ubrn, version, letters }, intent);
    await client.bookAppointment({ ubrn, version, patient, slot }, intent);
    await client.deferToProvider({ ubrn, version, patient, ...defer }, intent);
    const operations = [...calls, ...second.calls].map(({ call }) => call.operation);
    expect(operations.sort()).toEqual(
      'A004 A004 A004 A005 A010 A011 A012 A015 A016 A016 A019 A020'.split(' '),
    );
  });

  it('sends over the API platform what HSCN does not have', async () => {
    const calls: ErsCall[] = [];
    const client = createErsClient({
      dialect: 'api-platform',
      transport: {
        request: (call) => {
          calls.push(call);
          return Promise.resolve(refused(404));
        },
      },
      contextId: 'x',
      clock: createSteppedClock(),
      newId: () => 'c-1',
      random: () => 0,
    });
    expect(client.can('send-referral-for-triage')).toBe(true);
    await client.sendForTriage({ ubrn, version, patient, serviceId: '50001' }, intent);
    await client.uploadFileForAdvice(new File(['x'], 'a.txt'), intent);
    expect(calls.map(({ operation }) => operation)).toEqual(['A016', 'A020']);
    expect(calls.every((call) => apiPlatform.route(call))).toBe(true);
  });

  it('is not made for a dialect that is not built in', () => {
    const ports = {
      dialect: 'fhir4' as DialectName,
      transport: { request: () => Promise.reject(new Error('not asked')) },
      contextId: 'x',
      clock: createSteppedClock(),
      newId: () => 'c-1',
      random: () => 0,
    } as const;
    expect(() => createErsClient(ports)).toThrow(ErsError);
  });
});
