import { bookSlot } from '../../core/book-slot.ts';
import { cancelReferral } from '../../core/cancel-referral.ts';
import type { Core } from '../../core/core.ts';
import type { DeferralReason } from '../../core/defer-to-provider.ts';
import { deferToProvider } from '../../core/defer-to-provider.ts';
import type { ElsewhereChange } from '../../core/elsewhere.ts';
import { changeElsewhere } from '../../core/elsewhere.ts';
import type { Caller, Referral, Service } from '../../core/model.ts';
import { recordReviewOutcome } from '../../core/record-review-outcome.ts';
import { acceptReferral, rejectReferral } from '../../core/review-booking.ts';
import { sendForTriage } from '../../core/send-for-triage.ts';
import { freeSlots } from '../../core/slots.ts';
import { attachSeededLetter } from './letter.ts';
import { reviewerOf } from './people.ts';

/** One referral on its way: who made it, and where it went. */
export interface Way {
  core: Core;
  referrer: Caller;
  service: Service;
  referral: Referral;
}

type Step = (way: Way) => void;

const letter: Step = ({ core, referrer, referral }) => attachSeededLetter(core, referrer, referral);

function appointmentWanted({ referral, service }: Way) {
  return { patient: referral.patient, serviceId: service.id };
}

/** The first free slot, or an agreement by telephone where there is none left. */
const book: Step = (way) => {
  const { core, referrer, referral, service } = way;
  const [slot] = freeSlots(core, service, { priority: referral.priority });
  if (!slot) return changeElsewhere(core, referral, 'book-by-telephone');
  const { id: slotId, start, end, clinician } = slot;
  const wanted = { ...appointmentWanted(way), slotId, start, end, clinician };
  bookSlot(core, referrer, { referral, wanted });
};

const causes: readonly DeferralReason[] = [
  'NO_SLOTS_AT_SERVICE',
  'NO_SLOTS_AT_SERVICE',
  'SLOT_NOT_AVAILABLE',
  'BOOKING_ATTEMPT_PROBLEM',
];

/** The cause held when it was deferred: slots that are free today do not matter. */
const defer: Step = (way) => {
  const { core, referrer, referral } = way;
  const wanted = { ...appointmentWanted(way), reason: 'BOOKING_ATTEMPT_PROBLEM' } as const;
  const appointment = deferToProvider(core, referrer, { referral, wanted });
  appointment.reason = causes[Number(referral.ubrn) % causes.length] ?? wanted.reason;
};

const triage: Step = (way) => {
  const { core, referrer, referral } = way;
  sendForTriage(core, referrer, { referral, wanted: appointmentWanted(way) });
};

const accept: Step = ({ core, referral, service }) =>
  acceptReferral(core, reviewerOf(core, service), referral);

const reject: Step = ({ core, referral, service }) =>
  rejectReferral(core, reviewerOf(core, service), {
    referral,
    wanted: {
      reason: 'SERVICE_INAPPROPRIATE',
      comments: 'Please see the exclusions.',
      ...(!referral.appointment?.slotId && { cancelledInPas: true }),
    },
  });

function review(outcome: 'ACCEPT_REFER_BOOK_LATER' | 'RETURN_TO_REFERRER_WITH_ADVICE'): Step {
  return ({ core, referral, service }) =>
    recordReviewOutcome(core, reviewerOf(core, service), {
      referral,
      wanted: { outcome, comments: 'As discussed.', priority: referral.priority, files: [] },
    });
}

function elsewhere(change: ElsewhereChange): Step {
  return ({ core, referral }) => changeElsewhere(core, referral, change);
}

const endByProvider: Step = ({ core, referral, service }) =>
  void cancelReferral(core, reviewerOf(core, service), {
    referral,
    wanted: { reason: 'INTEND_PRIVATE' },
  });

const booking = 'DBS';
const triaging = 'TRIAGE';

interface Path {
  /** Of the services that such a referral goes to. */
  to: Service['booking'];
  steps: readonly Step[];
}

/** What happened to a referral after it was made. */
export const stages = {
  unbooked: { to: booking, steps: [letter] },
  'letter-outstanding': { to: booking, steps: [] },
  booked: { to: booking, steps: [letter, book] },
  'booked-without-letter': { to: booking, steps: [book] },
  accepted: { to: booking, steps: [letter, book, accept] },
  deferred: { to: booking, steps: [letter, defer] },
  'deferred-without-letter': { to: booking, steps: [defer] },
  'awaiting-triage': { to: triaging, steps: [letter, triage] },
  'to-action': { to: triaging, steps: [letter, triage, review('ACCEPT_REFER_BOOK_LATER')] },
  returned: { to: triaging, steps: [letter, triage, review('RETURN_TO_REFERRER_WITH_ADVICE')] },
  rejected: { to: booking, steps: [letter, book, reject] },
  'cancelled-by-patient': { to: booking, steps: [letter, book, elsewhere('cancel-appointment')] },
  'cancelled-by-provider': {
    to: booking,
    steps: [letter, book, elsewhere('provider-cancels-appointment')],
  },
  'not-attended': { to: booking, steps: [letter, book, elsewhere('did-not-attend')] },
  assessed: { to: booking, steps: [letter, book, elsewhere('assessment-result')] },
  'ended-by-provider': { to: booking, steps: [letter, book, endByProvider] },
} as const satisfies Readonly<Record<string, Path>>;
export type Stage = keyof typeof stages;
