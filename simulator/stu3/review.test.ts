import { describe, expect, it } from 'vitest';
import type { Dialect } from '../core/model.ts';
import type { PasAnswer } from '../core/pas.ts';
import { binaryId } from '../core/upload-file.ts';
import type { Answer } from '../test/hscn-caller.ts';
import { read } from '../test/hscn-caller.ts';
import type { Desks } from '../test/desks.ts';
import {
  addLetter,
  awaitingTriage,
  bookedForReview,
  dialects,
  holdings,
  listed,
  openDesks,
  operate,
  parametersOf,
  priority,
  providerFile,
  reason,
  text,
  uploaded,
  versionOf,
} from '../test/desks.ts';

const rejectProfile = 'eRS-RejectReferral-Parameters-1';
const list = 'APPOINTMENT-CANCELLATION-REASON';
const notForTheReason = reason('rejectionReason', list, 'PATIENT_ILL');
const OTHER = reason('rejectionReason', list, 'OTHER');
const laterName = {
  hscn: 'CancelAppointmentActionLater',
  'api-platform': 'cancelAppointmentActionLater',
} as const;
const laterProfile = {
  hscn: 'eRS-cancelAppointmentActionLater-Operation-1',
  'api-platform': 'eRS-cancelAppointmentActionLater-Parameters-1',
} as const;

interface PasCase {
  next: PasAnswer;
  status: number;
  code: string;
  done?: true;
  specified: readonly Dialect[];
}

/** The specification of the platform has no 502 for A014. */
const pasAnswers: readonly PasCase[] = [
  { next: 'not-responding', status: 504, code: 'PAS_NOT_RESPONDING', specified: dialects },
  {
    next: 'books-but-not-responding',
    status: 504,
    code: 'PAS_NOT_RESPONDING',
    done: true,
    specified: dialects,
  },
  { next: 'error', status: 502, code: 'PAS_RESPONDED_WITH_ERROR', specified: ['hscn'] },
  { next: 'slot-gone', status: 422, code: 'UNABLE_TO_CANCEL_APPOINTMENT', specified: dialects },
];

describe.each(dialects)('review of a booking, %s', (dialect) => {
  const accept = ({ provider }: Desks, ubrn: string, version = versionOf(provider, ubrn)) =>
    operate(provider, 'ReferralRequest', { ubrn, name: 'acceptReferral', version });
  const reject = ({ provider }: Desks, ubrn: string, parts = [OTHER]) =>
    operate(provider, 'ReferralRequest', {
      ubrn,
      name: 'rejectReferral',
      version: versionOf(provider, ubrn),
      body: parametersOf(rejectProfile, parts),
    });
  const later = ({ provider }: Desks, ubrn: string, parts = [text('comments', 'Rebook')]) =>
    operate(provider, 'ReferralRequest', {
      ubrn,
      name: laterName[dialect],
      version: versionOf(provider, ubrn),
      body: parametersOf(laterProfile[dialect], parts),
    });

  it('A013 keeps the appointment and takes the referral off the review list', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    expect(await listed(desks.provider, 'REFERRALS_FOR_REVIEW')).toEqual([ubrn]);
    const version = versionOf(desks.provider, ubrn);
    const answer = await accept(desks, ubrn);
    expect(answer).toMatchObject({ status: 200, code: undefined });
    expect(answer.headers.get('ETag')).toBe(`W/"${version + 1}"`);
    expect(answer.body.contained.at(-1)).toMatchObject({ status: 'booked' });
    expect(await listed(desks.provider, 'REFERRALS_FOR_REVIEW')).toEqual([]);
    expect((await accept(desks, ubrn)).code).toBe('INVALID_REQUEST_STATE');
  });

  it('a letter that changes after the review brings the referral back', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    await accept(desks, ubrn);
    await addLetter(desks.referrer, ubrn, 'second.pdf');
    expect(await listed(desks.provider, 'REFERRALS_FOR_REVIEW')).toEqual([ubrn]);
    expect(desks.simulator.core.referrals.get(ubrn)?.review).toMatchObject({ letterChanged: true });
  });

  it('A014 cancels the appointment, frees the slot and lets the referrer go on', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    const { core } = desks.simulator;
    const slotId = core.referrals.get(ubrn)?.appointment?.slotId;
    const answer = await reject(desks, ubrn);
    expect(answer.status).toBe(200);
    const appointment = answer.body.contained.at(-1);
    expect(appointment).toMatchObject({ status: 'cancelled' });
    expect(appointment?.start).toBeUndefined();
    expect(core.referrals.get(ubrn)).toMatchObject({ state: 'REJECTED' });
    const slot = core.slots.get('70002')?.find(({ id }) => id === slotId);
    expect(slot?.status).toBe('free');
  });

  it('A014 says what it lacks, and changes nothing', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    const before = holdings(desks.simulator);
    const codes = async (parts: Parameters<typeof reject>[2]) =>
      (await reject(desks, ubrn, parts)).code;
    expect(await codes([])).toBe('MISSING_VALUE');
    expect(await codes([notForTheReason])).toBe('INAPPROPRIATE_VALUE');
    expect(await codes([reason('rejectionReason', list, 'NO_SUCH')])).toBe('INAPPROPRIATE_VALUE');
    expect(await codes([OTHER, text('rejectionComments', 'x'.repeat(2_001))])).toBe(
      'INVALID_VALUE',
    );
    const inPas = { name: 'appointmentCancelledInPAS', valueBoolean: true };
    expect(await codes([OTHER, inPas])).toBe('FIELD_NOT_PERMITTED');
    expect(await codes([OTHER, text('surprise', '')])).toBe('UNEXPECTED_FIELD');
    expect(holdings(desks.simulator)).toBe(before);
  });

  it('A014 needs to know of a telephone booking whether the PAS has it cancelled', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await awaitingTriage(desks);
    await operate(desks.provider, 'ReferralRequest', {
      ubrn,
      name: 'recordReviewOutcome',
      version: versionOf(desks.provider, ubrn),
      body: parametersOf('eRS-RecordReviewOutcome-Parameters-1', [
        {
          name: 'reviewOutcome',
          valueCoding: {
            system: 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-ReviewOutcome-1',
            code: 'ACCEPT_REFER_BOOK_LATER',
          },
        },
        text('reviewComments', 'Book'),
        priority('reviewPriority', 'ROUTINE'),
      ]),
    });
    await desks.provider.control('actions/change-referral', { ubrn, change: 'book-by-telephone' });
    expect((await reject(desks, ubrn)).code).toBe('VALUE_IS_REQUIRED');
    const inPas = { name: 'appointmentCancelledInPAS', valueBoolean: false };
    expect((await reject(desks, ubrn, [OTHER, inPas])).status).toBe(200);
  });

  it.each(pasAnswers.filter(({ specified }) => specified.includes(dialect)))(
    'A014 with a PAS that answers $next',
    async ({ next, status, code, done }) => {
      const desks = await openDesks(dialect);
      const ubrn = await bookedForReview(desks);
      const before = holdings(desks.simulator);
      Object.assign(desks.simulator.core.pas, { next });
      expect(await reject(desks, ubrn)).toMatchObject({ status, code });
      expect(desks.simulator.core.referrals.get(ubrn)?.state).toBe(done ? 'REJECTED' : 'BOOKED');
      if (!done) expect(holdings(desks.simulator)).toBe(before);
    },
  );

  it('A022 leaves the rest to the office, with files and a new priority', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    const url = await uploaded(desks.provider, ubrn, 'plan.pdf');
    const answer = await later(desks, ubrn, [
      text('comments', 'Rebook sooner'),
      priority('priority', 'URGENT'),
      providerFile('providerAttachmentFile', 'PROVIDER', url),
    ]);
    expect(answer.status).toBe(200);
    expect(desks.simulator.core.referrals.get(ubrn)).toMatchObject({
      state: 'TRIAGED_PROVIDER_TO_ACTION',
      priority: 'URGENT',
      appointment: { status: 'proposed', reason: 'CANCEL_APPOINTMENT_ACTION_LATER' },
    });
    expect(JSON.stringify((await read(desks.provider, ubrn)).body)).toContain('plan.pdf');
  });

  it('A022 refuses a wrong file, a long comment and no comment', async () => {
    const desks = await openDesks(dialect);
    const ubrn = await bookedForReview(desks);
    const same = await uploaded(desks.provider, ubrn, 'letter.pdf');
    const before = holdings(desks.simulator);
    const codes = async (parts: Parameters<typeof later>[2]) =>
      (await later(desks, ubrn, parts)).code;
    const file = (type: string, url: string) => [
      text('comments', 'x'),
      providerFile('providerAttachmentFile', type, url),
    ];
    expect(await codes([])).toBe('MISSING_VALUE');
    expect(await codes([text('comments', 'x'.repeat(2_001))])).toBe('INVALID_VALUE');
    expect(await codes(file('REFERRER', same))).toBe('INAPPROPRIATE_VALUE');
    expect(await codes(file('PROVIDER', same))).toBe('DUPLICATE_FILENAME');
    expect(await codes(file('PROVIDER', 'Binary/att-1-1'))).toBe('REFERENCE_NOT_FOUND');
    const linked = desks.simulator.core.referrals.get(ubrn)?.letters[0]?.file;
    const url = linked ? `Binary/${binaryId(linked, dialect)}` : '';
    expect(await codes(file('PROVIDER', url))).toBe('INVALID_STATE');
    expect(holdings(desks.simulator)).toBe(before);
  });

  it('refuses what is not waiting: no letter, past, triage, another version, another workgroup', async () => {
    const desks = await openDesks(dialect);
    const { simulator, provider } = desks;
    const ubrn = await bookedForReview(desks);
    const stale: Answer = await accept(desks, ubrn, 3);
    expect(stale.status).toBe(409);
    const sent = await awaitingTriage(desks);
    expect((await accept(desks, sent)).code).toBe('INVALID_REQUEST_STATE');
    const serviceId = '70002';
    simulator.core.workgroups.set(`021600551011/${serviceId}`, false);
    expect((await accept(desks, ubrn)).code).toBe('NO_RELATIONSHIP');
    simulator.core.workgroups.clear();
    await provider.control('actions/lock-referral', { ubrn });
    expect((await accept(desks, ubrn)).status).toBe(423);
    await provider.control('clock', { now: '2027-06-01T09:00:00Z' }, 'PUT');
    expect((await accept(desks, ubrn)).code).toBe('INVALID_REQUEST_STATE');
  });
});
