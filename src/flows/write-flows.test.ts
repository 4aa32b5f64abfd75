import { createAttachLetters } from './attach-letters.ts';
import { createBookSlot } from './book-slot.ts';
import { REVIEW_ACTIONS, type ReviewAction } from '../domain/review-decisions.ts';
import type { ErsClient } from '../ers/client.ts';
import { createCreateReferral } from './create-referral.ts';
import { confirmed, NINE, sentForTriage } from './testing/fake-booking.ts';
import { pdf } from './testing/fake-letters.ts';
import { filled, PROVIDER, reviewPorts, toReview } from './testing/fake-review.ts';
import { linked, settle, withTriageAlone } from './testing/fake-ports.ts';
import {
  bookedFor,
  CRITERIA,
  deferredTo,
  inTriageAt,
  referral,
  service,
  triageService,
  UBRN,
  version,
} from './testing/fake-records.ts';
import { writeFlowContract } from './testing/write-flow-contract.ts';

writeFlowContract('creating a referral', async (ports) => {
  const content = { criteria: CRITERIA, shortlist: [service('102'), service('101')] };
  const flow = createCreateReferral(ports, { search: () => content });
  flow.actions.change({ letterIntention: 'NEED_TO_ADD_LATER', reminderDays: '14' });
  return {
    ports,
    verb: 'createReferral',
    good: referral(),
    send: flow.actions.create,
    typed: () => [flow.state.letterIntention, flow.state.reminderDays],
    status: () => flow.state.phase.status,
    doneStatus: 'created',
    dispose: flow.dispose,
  };
});

writeFlowContract('attaching letters', async (ports) => {
  const flow = createAttachLetters(ports, referral());
  await flow.actions.add([pdf('letter.pdf')]);
  return {
    ports,
    verb: 'maintainReferralLetters',
    good: linked(['Binary/letter.pdf']),
    send: flow.actions.attach,
    typed: () => flow.state.files.map(({ name, state }) => [name, state.status]),
    status: () => flow.state.phase.status,
    doneStatus: 'attached',
    dispose: flow.dispose,
  };
});

writeFlowContract('booking', async (ports) => {
  const now = referral({ shortlist: [{ id: '101' }] });
  let isBooked = false;
  ports.answers.retrieveReferral = async () => (isBooked ? bookedFor(NINE) : now);
  ports.answers.retrieveSlots = async () => ({ slots: [NINE], total: 1 });
  const flow = createBookSlot(ports, { ubrn: UBRN });
  await flow.actions.open();
  flow.actions.choose('s9');
  return {
    ports,
    verb: 'bookAppointment',
    get good() {
      isBooked = true;
      return confirmed(NINE);
    },
    send: flow.actions.book,
    typed: () => flow.state.chosen?.id,
    status: () => flow.state.phase.status,
    doneStatus: 'booked',
    dispose: flow.dispose,
  };
});

writeFlowContract('deferring to the provider', async (ports) => {
  const now = referral({ shortlist: [{ id: '101' }] });
  let isDeferred = false;
  ports.answers.retrieveReferral = async () => (isDeferred ? deferredTo('101') : now);
  ports.answers.retrieveSlots = async () => ({ slots: [], total: 0 });
  const flow = createBookSlot(ports, { ubrn: UBRN });
  await flow.actions.open();
  await settle();
  flow.actions.startDeferral('101');
  flow.actions.changeComment('Mornings only');
  return {
    ports,
    verb: 'deferToProvider',
    get good() {
      isDeferred = true;
      return {
        ...confirmed(NINE),
        appointment: { ...confirmed(NINE).appointment, status: 'proposed' },
      };
    },
    send: flow.actions.defer,
    typed: () => flow.state.deferral?.comment,
    status: () => flow.state.phase.status,
    doneStatus: 'deferred',
    dispose: flow.dispose,
  };
});

writeFlowContract('creating a referral and sending it for triage', async (ports) => {
  const content = { criteria: CRITERIA, shortlist: [triageService('103')] };
  const flow = createCreateReferral(withTriageAlone(ports), { search: () => content });
  return {
    ports,
    verb: 'createReferralForTriage',
    good: inTriageAt('103'),
    send: flow.actions.create,
    typed: () => flow.state.letterIntention,
    status: () => flow.state.phase.status,
    doneStatus: 'created',
    dispose: flow.dispose,
  };
});

writeFlowContract('sending a referral for triage', async (ports) => {
  const now = referral({ shortlist: [{ id: '103' }] });
  let isSent = false;
  ports.answers.retrieveReferral = async () => (isSent ? inTriageAt('103') : now);
  const flow = createBookSlot(ports, { ubrn: UBRN, services: [triageService('103')] });
  await flow.actions.open();
  flow.actions.startTriage('103');
  flow.actions.changeComment('Has a pacemaker');
  await settle();
  return {
    ports,
    verb: 'sendForTriage',
    get good() {
      isSent = true;
      return sentForTriage('103');
    },
    send: flow.actions.sendForTriage,
    typed: () => flow.state.triage?.comment,
    status: () => flow.state.phase.status,
    doneStatus: 'sent-for-triage',
    dispose: flow.dispose,
  };
});

const VERBS: Readonly<Record<ReviewAction, keyof ErsClient>> = {
  'accept-referral': 'acceptReferral',
  'reject-referral': 'rejectReferral',
  'cancel-and-act-later': 'cancelAppointmentActionLater',
  'record-review-outcome': 'recordReviewOutcome',
  'cancel-referral': 'cancelReferral',
};

for (const action of REVIEW_ACTIONS) {
  writeFlowContract(`deciding on a referral, ${action}`, async (bare) => {
    const { answers } = reviewPorts();
    const ports = Object.assign(bare, {
      role: PROVIDER,
      lookUps: { isDeceased: async () => false },
    });
    Object.assign(ports.answers, answers);
    const { flow } = await filled(action, { ports });
    const referral = toReview({ version: version(11) });
    return {
      ports,
      verb: VERBS[action],
      good: action === 'cancel-referral' ? { referral } : referral,
      send: flow.actions.send,
      typed: () => [flow.state.chosen, flow.state.forms],
      status: () => flow.state.phase.status,
      doneStatus: 'done',
      dispose: flow.dispose,
    };
  });
}
