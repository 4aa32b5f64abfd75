import type { AvailableActionCode } from '../../domain/available-action.ts';
import type { Instant } from '../../domain/instant.ts';
import type {
  AppointmentCancellationReason,
  ReferralCancellationReason,
} from '../../domain/reference-list.ts';
import type { Referral } from '../../domain/referral.ts';
import type { ReviewAction } from '../../domain/review-decisions.ts';
import type { ReviewForm } from '../../domain/review-form.ts';
import type { Role } from '../../domain/user.ts';
import { createReviewReferral } from '../review-referral-flow.ts';
import type { ReviewStart } from '../review-referral.ts';
import { fakePorts, type FakePorts } from './fake-ports.ts';
import { inState, letter, UBRN } from './fake-records.ts';

export const PROVIDER: Role = {
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
  organisation: { odsCode: 'RWX01' },
};

export const REJECT_REASON: AppointmentCancellationReason = {
  code: 'SERVICE_INAPPROPRIATE',
  display: 'Service inappropriate',
  type: 'PROVIDER_REJECT',
  commentIsMandatory: false,
  businessFunctions: [],
  willCancelWholeRequest: false,
};

export const STRICT_REJECT_REASON: AppointmentCancellationReason = {
  ...REJECT_REASON,
  code: 'OTHER',
  commentIsMandatory: true,
};

export const CANCEL_REASON: ReferralCancellationReason = {
  code: 'PATIENT_DIED',
  display: 'Patient died',
  type: 'PATIENT',
  commentIsMandatory: false,
  businessFunctions: [PROVIDER.businessFunction],
  canCancelAppointment: true,
  referrerUsage: 'CANCEL_REFERRAL',
};

/** Booked with its letter, not reviewed yet. */
export function toReview(facts: Partial<Referral> = {}): Referral {
  return inState('BOOKED', {
    letters: [letter('Binary/a')],
    appointment: {
      id: 'a1',
      status: 'booked',
      service: { id: '201' },
      start: '2026-12-02T09:40:00.000Z' as Instant,
    },
    ...facts,
  });
}

/** In triage with its letter. */
export function inTriage(facts: Partial<Referral> = {}): Referral {
  const appointment = { status: 'proposed', service: { id: '201' }, reason: { code: 'TRIAGE' } };
  return inState('AWAITING_TRIAGE', { letters: [letter('Binary/a')], appointment, ...facts });
}

/** From then on e-RS holds this referral, and permits these things with it. */
export function holds(
  { answers }: FakePorts,
  referral: Referral,
  permitted: readonly AvailableActionCode[] = ['CANCEL_REFERRAL'],
): void {
  answers.retrieveReferral = async () => referral;
  answers.retrieveAvailableActions = async ({ ubrn, version }) =>
    permitted.map((code) => ({ code, ubrn, version }));
}

export function reviewPorts(overrides: Parameters<typeof fakePorts>[0] = {}): FakePorts {
  const lookUps = { isDeceased: async () => false };
  const ports = fakePorts({ role: PROVIDER, lookUps, ...overrides });
  ports.answers.retrieveAppointmentCancellationReasons = async () => [
    REJECT_REASON,
    STRICT_REJECT_REASON,
  ];
  ports.answers.retrieveReferralCancellationReasons = async () => [CANCEL_REASON];
  return ports;
}

interface Opening {
  ports?: FakePorts;
  referral?: Referral;
  permitted?: readonly AvailableActionCode[];
  list?: ReviewStart['list'];
}

/** Opened and steady. */
export async function opened({
  ports = reviewPorts(),
  referral = toReview(),
  permitted,
  list,
}: Opening = {}) {
  holds(ports, referral, permitted);
  const flow = createReviewReferral(ports, { ubrn: UBRN, list });
  await flow.actions.open();
  await ports.clock.advance(600);
  return { ports, flow };
}

export const FILLED: Readonly<Record<ReviewAction, Partial<ReviewForm>>> = {
  'accept-referral': {},
  'reject-referral': { reason: REJECT_REASON.code, comment: 'The image is out of focus' },
  'cancel-and-act-later': { comment: 'Arrange a one-stop clinic' },
  'record-review-outcome': {
    outcome: 'ACCEPT_REFER_BOOK_LATER',
    comment: 'Please book the next slot',
    priority: 'URGENT',
  },
  'cancel-referral': { reason: CANCEL_REASON.code, isConfirmed: true },
};

/** Which referral each decision is made on, and what e-RS permits with it. */
function before(action: ReviewAction): Required<Pick<Opening, 'referral' | 'permitted'>> {
  return action === 'record-review-outcome'
    ? { referral: inTriage(), permitted: ['RECORD_REVIEW_OUTCOME', 'CANCEL_REFERRAL'] }
    : { referral: toReview(), permitted: ['CANCEL_REFERRAL'] };
}

/** A decision chosen and filled in, one press away from sending. */
export async function filled(action: ReviewAction, opening: Opening = {}) {
  const { ports, flow } = await opened({ ...before(action), ...opening });
  flow.actions.choose(action);
  await ports.clock.advance(0);
  flow.actions.change(FILLED[action]);
  ports.happened.length = 0;
  return { ports, flow };
}
