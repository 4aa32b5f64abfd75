import type { Dialect } from '../core/model.ts';
import { freeSlots } from '../core/slots.ts';
import type { Desks } from './desks.ts';
import {
  kneeCriteria,
  operate,
  parametersOf,
  priority,
  reason,
  text,
  triageService,
} from './desks.ts';
import type { Answer, Parameter } from './hscn-caller.ts';
import {
  appointmentBody,
  book,
  coding,
  criteria,
  defer,
  letter,
  link,
  shortlist,
  upload,
} from './hscn-caller.ts';
import type { Json } from './json.ts';
import type { Expected } from './referral-model.ts';

const CLINIC = '70002';

export interface Attempt {
  desks: Desks;
  expected: Expected;
  /** The version named: that of the referral, or one that is no longer current. */
  version: number;
}

type Try = (attempt: Attempt) => Promise<Answer>;

/** A free slot as A015 would have shown it. */
function slotFor({ simulator }: Desks): Json {
  const { core } = simulator;
  const service = core.directory.services.get(CLINIC);
  const slot = service && freeSlots(core, service, { priority: 'ROUTINE' })[0];
  if (!slot) throw new Error('The clinic has no slot.');
  const { id, start, end, clinician } = slot;
  const reference = `Schedule/${CLINIC}${clinician ? `-${clinician}` : ''}`;
  return { id, start, end, schedule: { reference } } as Json;
}

function serviceOf({ shortlist }: Expected): string {
  return shortlist === 'clinic' ? CLINIC : triageService;
}

function operation(name: string, profile?: string, parts: Parameter[] = []) {
  return (side: 'referrer' | 'provider'): Try =>
    ({ desks, expected, version }) =>
      operate(desks[side], 'ReferralRequest', {
        ubrn: expected.ubrn,
        name,
        version,
        body: profile ? parametersOf(profile, parts) : undefined,
      });
}

function change(name: string, wanted: { profile: string; resource: object }): Try {
  const { profile, resource } = wanted;
  const days = { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 0 };
  const intention = 'intentionToAddReferralLetter';
  const later = coding(intention, 'eRS-ReferralLetterIntention-1', 'NEED_TO_ADD_LATER');
  return operation(name, profile, [{ name: 'shortlist', resource }, days, later])('referrer');
}

function outcome(code: string): Try {
  return operation('recordReviewOutcome', 'eRS-RecordReviewOutcome-Parameters-1', [
    coding('reviewOutcome', 'eRS-ReviewOutcome-1', code),
    text('reviewComments', 'As agreed'),
    priority('reviewPriority', 'ROUTINE'),
  ])('provider');
}

/** A telephone booking needs to be told whether the PAS has it cancelled. */
function inPas({ booking }: Expected): Parameter[] {
  if (booking !== 'telephone') return [];
  return [{ name: 'appointmentCancelledInPAS', valueBoolean: true }];
}

function cancelReferral(
  side: 'referrer' | 'provider',
  codeOf: (expected: Expected) => string,
): Try {
  return (attempt) => {
    const code = codeOf(attempt.expected);
    const why = reason('cancellationReason', 'REFERRAL-CANCELLATION-REASON', code);
    const profile = 'eRS-CancelReferral-Request-Parameters-1';
    return operation('cancelReferral', profile, [why])(side)(attempt);
  };
}

/** A034 goes by the version of the appointment, which is stale by the same distance. */
const cancelAppointment: Try = ({ desks, expected, version }) => {
  const { ubrn } = expected;
  const referral = desks.simulator.core.referrals.get(ubrn);
  const id = referral?.appointment?.id ?? '0';
  const current = referral?.version ?? 0;
  const match = (referral?.appointment?.version ?? 0) + (version - current);
  const { valueCoding } = reason('x', 'APPOINTMENT-CANCELLATION-REASON', 'PATIENT_HOLIDAY');
  const serviceId = referral?.appointment?.serviceId ?? CLINIC;
  const body = appointmentBody(
    { ubrn, version: current, serviceId },
    { id, status: 'cancelled', reason: [{ coding: [valueCoding] }] },
  );
  const headers = { 'If-Match': `W/"${Math.abs(match)}"` };
  return desks.referrer.call(`/Appointment/${id}`, { method: 'PUT', body, headers });
};

const addOneLetter: Try = async ({ desks, expected, version }) => {
  const { ubrn, letters } = expected;
  const { referrer, simulator } = desks;
  const name = `letter-${letters + 1}.pdf`;
  const stored = await upload(referrer, { ubrn, name });
  const held = simulator.core.referrals.get(ubrn)?.letters ?? [];
  const urls = held.map(({ file }) => `Binary/${file.uuid}`);
  const all = [...urls, stored.headers.get('Location') ?? ''];
  return link(referrer, { ubrn, version, letters: all.map((url) => letter(url)) });
};

const api: Readonly<Record<string, Try>> = {
  letter: addOneLetter,
  book: ({ desks, expected: { ubrn }, version }) =>
    book(desks.referrer, { ubrn, version, slot: slotFor(desks) }),
  defer: ({ desks, expected, version }) =>
    defer(
      desks.referrer,
      { ubrn: expected.ubrn, version, serviceId: serviceOf(expected) },
      { reason: 'BOOKING_ATTEMPT_PROBLEM' },
    ),
  'send-for-triage': ({ desks, expected, version }) =>
    defer(
      desks.referrer,
      { ubrn: expected.ubrn, version, serviceId: serviceOf(expected) },
      { reason: 'TRIAGE' },
    ),
  'shortlist-clinic': change('changeShortlist', {
    profile: 'eRS-ChangeShortlist-Parameters-1',
    resource: shortlist([CLINIC], criteria()),
  }),
  'shortlist-for-triage': change('changeShortlistAndSendForTriage', {
    profile: 'eRS-ChangeShortlistAndSendForTriage-Request-Parameters-1',
    resource: shortlist([triageService], kneeCriteria()),
  }),
  'cancel-appointment': cancelAppointment,
  'cancel-referral': cancelReferral('referrer', () => 'RAISED_IN_ERROR'),
  'provider-cancels-referral': cancelReferral('provider', ({ state }) =>
    state === 'TRIAGED_PROVIDER_TO_ACTION' ? 'TRIAGE_ENDED' : 'PATIENT_DIED',
  ),
  accept: operation('acceptReferral')('provider'),
  reject: (attempt) =>
    operation('rejectReferral', 'eRS-RejectReferral-Parameters-1', [
      reason('rejectionReason', 'APPOINTMENT-CANCELLATION-REASON', 'OTHER'),
      ...inPas(attempt.expected),
    ])('provider')(attempt),
  'act-later': (attempt) => {
    const hscn = attempt.desks.provider.dialect === 'hscn';
    const name = hscn ? 'CancelAppointmentActionLater' : 'cancelAppointmentActionLater';
    const profile = `eRS-cancelAppointmentActionLater-${hscn ? 'Operation' : 'Parameters'}-1`;
    const parts = [text('comments', 'Rebook'), ...inPas(attempt.expected)];
    return operation(name, profile, parts)('provider')(attempt);
  },
  'outcome-accept': outcome('ACCEPT_REFER_BOOK_LATER'),
  'outcome-return': outcome('RETURN_TO_REFERRER_WITH_ADVICE'),
};

/** What HSCN has no interaction for. */
const onPlatformAlone = [
  'send-for-triage',
  'shortlist-clinic',
  'shortlist-for-triage',
  'cancel-appointment',
  'cancel-referral',
  'provider-cancels-referral',
];

export function isOffered(name: string, dialect: Dialect): boolean {
  return dialect === 'api-platform' || !onPlatformAlone.includes(name);
}

/** Does the move: by the API for the two sides, by the control API for everybody else. */
export function attemptMove(name: string, attempt: Attempt): Promise<Answer> {
  const { ubrn } = attempt.expected;
  const own = api[name];
  if (own) return own(attempt);
  return attempt.desks.referrer.control('actions/change-referral', { ubrn, change: name });
}
