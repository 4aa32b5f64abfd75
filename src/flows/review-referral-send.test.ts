import { describe, expect, it } from 'vitest';
import type { Referral, ReferralStateCode } from '../domain/referral.ts';
import type { ReviewAction } from '../domain/review-decisions.ts';
import type { ErsClient } from '../ers/client.ts';
import { done, failing, notDone, pending, settle, timesAsked } from './testing/fake-ports.ts';
import { inState, problem, UBRN, version } from './testing/fake-records.ts';
import {
  CANCEL_REASON,
  filled,
  holds,
  inTriage,
  opened,
  REJECT_REASON,
  STRICT_REJECT_REASON,
  toReview,
} from './testing/fake-review.ts';

const AS_READ = { ubrn: UBRN, version: version(8) };

type Sent = [ReviewAction, keyof ErsClient, object, ReferralStateCode];

const DECISIONS: Sent[] = [
  ['accept-referral', 'acceptReferral', AS_READ, 'BOOKED'],
  [
    'reject-referral',
    'rejectReferral',
    { ...AS_READ, reason: REJECT_REASON, comment: 'The image is out of focus' },
    'REJECTED',
  ],
  [
    'cancel-and-act-later',
    'cancelAppointmentActionLater',
    { ...AS_READ, comment: 'Arrange a one-stop clinic' },
    'TRIAGED_PROVIDER_TO_ACTION',
  ],
  [
    'record-review-outcome',
    'recordReviewOutcome',
    {
      ...AS_READ,
      outcome: 'ACCEPT_REFER_BOOK_LATER',
      comment: 'Please book the next slot',
      priority: 'URGENT',
    },
    'TRIAGED_PROVIDER_TO_ACTION',
  ],
  [
    'cancel-referral',
    'cancelReferral',
    { ...AS_READ, reason: CANCEL_REASON },
    'CANCELLED_REFERRAL',
  ],
];

describe('sending a decision', () => {
  it.each(DECISIONS)(
    '%s: reads again, notes it, and sends it once',
    async (...[action, verb, args, code]) => {
      const { ports, flow } = await filled(action);
      const asked: object[] = [];
      const after = inState(code, { version: version(11) });
      const value = action === 'cancel-referral' ? { referral: after } : after;
      Object.assign(ports.answers, {
        [verb]: async (sent: object) => (asked.push(sent), done(value)),
      });
      await flow.actions.send();
      expect(asked).toEqual([args]);
      expect(ports.happened).toEqual([
        'retrieveReferral',
        'retrieveAvailableActions',
        `begin ${action}`,
        verb,
        'settle done',
      ]);
      expect(flow.state).toMatchObject({
        phase: { status: 'done', action, proof: 'answer' },
        referral: after,
        decisions: [],
      });
      expect(flow.state.chosen).toBeUndefined();
    },
  );

  it('a return keeps the priority: none is sent with it', async () => {
    const { ports, flow } = await filled('record-review-outcome');
    flow.actions.change({ outcome: 'RETURN_TO_REFERRER_WITH_ADVICE', priority: 'ROUTINE' });
    let asked: object = {};
    ports.answers.recordReviewOutcome = async (sent) => ((asked = sent), done(inTriage()));
    await flow.actions.send();
    expect(asked).not.toHaveProperty('priority');
  });

  it('a key that is still held down from the referral before sends nothing', async () => {
    const { ports, flow } = await opened();
    await flow.actions.open();
    flow.actions.choose('accept-referral');
    ports.happened.length = 0;
    await flow.actions.send();
    await ports.clock.advance(599);
    await flow.actions.send();
    expect(ports.happened).toEqual([]);
  });

  it('what is missing is told by field, and asks e-RS nothing', async () => {
    const { ports, flow } = await filled('reject-referral');
    flow.actions.change({ reason: STRICT_REJECT_REASON.code, comment: '' });
    await flow.actions.send();
    expect(flow.state.errors).toEqual([{ field: 'comment', reason: 'field-required' }]);
    expect(ports.happened).toEqual([]);
    flow.actions.change({ comment: 'x' });
    expect(flow.state.errors).toEqual([]);
  });

  it('reasons that did not load hold the decision, and can be asked for again', async () => {
    const { ports, flow } = await opened();
    const reasons = ports.answers.retrieveAppointmentCancellationReasons;
    ports.answers.retrieveAppointmentCancellationReasons = failing(problem('ers-failed'));
    flow.actions.choose('reject-referral');
    await settle();
    await flow.actions.send();
    expect(flow.state).toMatchObject({ held: 'reasons-not-there', reasons: { status: 'failed' } });
    Object.assign(ports.answers, { retrieveAppointmentCancellationReasons: reasons });
    await flow.actions.loadReasons();
    expect(flow.state.reasons).toMatchObject({ status: 'ready', reasons: { length: 2 } });
  });

  it('a forbidden decision can neither be chosen nor sent', async () => {
    const { ports, flow } = await opened({ referral: inTriage() });
    flow.actions.choose('accept-referral');
    await flow.actions.send();
    expect(flow.state.chosen).toBeUndefined();
    expect(timesAsked(ports, 'acceptReferral')).toBe(0);
  });
});

describe('the check before a decision is sent', () => {
  it('F5, P7, P8: a referral that changed meanwhile: before and now are shown, the text is kept, nothing is sent', async () => {
    const { ports, flow } = await filled('reject-referral');
    const typed = flow.state.forms;
    const now = toReview({ version: version(12), priority: 'TWO_WEEK_WAIT' });
    holds(ports, now);
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({
      status: 'conflict',
      action: 'reject-referral',
      before: { version: version(8), priority: 'URGENT' },
      now: { version: version(12), priority: 'TWO_WEEK_WAIT' },
      changes: [{ what: 'priority' }],
      canSend: true,
    });
    expect(flow.state).toMatchObject({ forms: typed, chosen: 'reject-referral' });
    expect(timesAsked(ports, 'rejectReferral')).toBe(0);
  });

  it('the user may send it again, on what is there now', async () => {
    const { ports, flow } = await filled('reject-referral');
    holds(ports, toReview({ version: version(12) }));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'conflict', changes: [] });
    await settle();
    let named: Referral['version'] | undefined;
    ports.answers.rejectReferral = async (sent) => {
      named = sent.version;
      return done(inState('REJECTED'));
    };
    await flow.actions.send();
    expect(named).toBe(version(12));
    expect(flow.state.phase.status).toBe('done');
  });

  it('a colleague who decided first leaves nothing to send; the text is kept', async () => {
    const { ports, flow } = await filled('reject-referral');
    const now = inState('TRIAGED_PROVIDER_TO_ACTION', { version: version(12) });
    holds(ports, now);
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'conflict', canSend: false });
    await flow.actions.send();
    expect(timesAsked(ports, 'rejectReferral')).toBe(0);
    expect(timesAsked(ports, 'retrieveReferral')).toBe(1);
    expect(flow.state.forms['reject-referral'].comment).toBe('The image is out of focus');
  });

  it('where one decision is no more, another that e-RS permits may be made', async () => {
    const { ports, flow } = await filled('record-review-outcome');
    holds(ports, inTriage({ version: version(12) }), ['CANCEL_REFERRAL']);
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'conflict', canSend: false });
    flow.actions.choose('cancel-referral');
    await settle();
    flow.actions.change({ reason: CANCEL_REASON.code, isConfirmed: true });
    const referral = inState('CANCELLED_REFERRAL', { version: version(13) });
    ports.answers.cancelReferral = async () => done({ referral });
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'done', action: 'cancel-referral' });
    expect(flow.state.forms['record-review-outcome'].comment).toBe('Please book the next slot');
  });

  it('an outcome that e-RS permits no more, of the same version, is not sent', async () => {
    const { ports, flow } = await filled('record-review-outcome');
    holds(ports, inTriage(), []);
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'conflict', canSend: false, changes: [] });
    expect(timesAsked(ports, 'recordReviewOutcome')).toBe(0);
  });

  it('that cannot be made sends nothing, and can be tried again', async () => {
    const { ports, flow } = await filled('record-review-outcome');
    ports.answers.retrieveAvailableActions = failing(problem('ers-unavailable'));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'check-failed' });
    ports.answers.retrieveReferral = failing(problem('timed-out'));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({
      status: 'check-failed',
      problem: { reason: 'timed-out' },
    });
    expect(timesAsked(ports, 'recordReviewOutcome')).toBe(0);
    holds(ports, inTriage(), ['RECORD_REVIEW_OUTCOME']);
    ports.answers.recordReviewOutcome = async () => done(inState('TRIAGED_PROVIDER_TO_ACTION'));
    await flow.actions.send();
    expect(flow.state.phase.status).toBe('done');
  });

  it('F24: can be stopped: nothing has left, and what was typed is there', async () => {
    const { ports, flow } = await filled('reject-referral');
    const late = pending<Referral>();
    ports.answers.retrieveReferral = () => late.promise;
    const sending = flow.actions.send();
    flow.actions.stopReading();
    late.answer(toReview());
    await sending;
    expect(flow.state).toMatchObject({ phase: { status: 'deciding' }, chosen: 'reject-referral' });
    expect(timesAsked(ports, 'rejectReferral')).toBe(0);
  });
});

describe('a decision that e-RS refuses', () => {
  it('F5: for a newer version, without anything that shows it: says so and waits for the user', async () => {
    const { ports, flow } = await filled('accept-referral');
    ports.answers.acceptReferral = async () => notDone(problem('referral-changed'));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({
      status: 'conflict',
      changes: [],
      canSend: true,
      problem: { reason: 'referral-changed' },
    });
    expect(timesAsked(ports, 'acceptReferral')).toBe(1);
  });

  it('in another state, where nothing has moved, is refused with its reason', async () => {
    const { ports, flow } = await filled('accept-referral');
    ports.answers.acceptReferral = async () => notDone(problem('wrong-state'));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({
      status: 'refused',
      problem: { reason: 'wrong-state' },
    });
  });

  it('F7: locked: is kept, and may be sent again by the user', async () => {
    const { ports, flow } = await filled('accept-referral');
    ports.answers.acceptReferral = async () => notDone(problem('locked', { httpStatus: 423 }));
    await flow.actions.send();
    expect(flow.state).toMatchObject({ phase: { status: 'locked' }, chosen: 'accept-referral' });
    ports.answers.acceptReferral = async () => done(toReview({ version: version(11) }));
    await flow.actions.send();
    expect(flow.state.phase.status).toBe('done');
  });

  it('F9: the field that it names is at fault, and e-RS asks for one that only it knows of', async () => {
    const { ports, flow } = await filled('reject-referral');
    const field = 'appointmentCancelledInPAS';
    ports.answers.rejectReferral = async () => notDone(problem('field-required', { field }));
    await flow.actions.send();
    expect(flow.state).toMatchObject({
      errors: [{ field: 'cancelledInPas', reason: 'field-required' }],
      asksCancelledInPas: true,
    });
    flow.actions.change({ cancelledInPas: false });
    let told: boolean | undefined;
    ports.answers.rejectReferral = async (sent) => {
      told = sent.cancelledInPas;
      return notDone(problem('field-not-permitted', { field }));
    };
    await flow.actions.send();
    expect(told).toBe(false);
    expect(flow.state.asksCancelledInPas).toBe(false);
  });

  it('F10: for the patient, for good: no other try reaches e-RS, and the text is kept', async () => {
    const { ports, flow } = await filled('reject-referral');
    ports.answers.rejectReferral = async () => notDone(problem('patient-error'));
    await flow.actions.send();
    flow.actions.back();
    flow.actions.choose('accept-referral');
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'refused' });
    expect(timesAsked(ports, 'rejectReferral')).toBe(1);
    expect(timesAsked(ports, 'acceptReferral')).toBe(0);
    expect(flow.state.forms['reject-referral'].comment).toBe('The image is out of focus');
  });

  it('F17: for want of a session: is there to be sent by the user once signed in again', async () => {
    const { ports, flow } = await filled('accept-referral');
    ports.answers.acceptReferral = async () => notDone(problem('session-ended'));
    await flow.actions.send();
    flow.actions.signedInAgain();
    await settle();
    expect(flow.state).toMatchObject({ phase: { status: 'deciding' }, chosen: 'accept-referral' });
    expect(timesAsked(ports, 'acceptReferral')).toBe(1);
  });

  it('nothing is typed over a decision on its way, and by discarding its text goes', async () => {
    const { ports, flow } = await filled('cancel-and-act-later');
    const answer = pending<ReturnType<typeof notDone>>();
    ports.answers.cancelAppointmentActionLater = () => answer.promise;
    const sending = flow.actions.send();
    flow.actions.change({ comment: 'Another' });
    flow.actions.choose('accept-referral');
    flow.actions.discard();
    expect(flow.state.forms['cancel-and-act-later'].comment).toBe('Arrange a one-stop clinic');
    await settle();
    await settle();
    answer.answer(notDone(problem('forbidden')));
    await sending;
    flow.actions.discard();
    expect(flow.state.forms['cancel-and-act-later'].comment).toBe('');
    expect(flow.state.chosen).toBeUndefined();
  });
});
