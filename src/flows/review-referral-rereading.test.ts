import { describe, expect, it } from 'vitest';
import type { ReviewAction } from '../domain/review-decisions.ts';
import { createReviewReferral } from './review-referral-flow.ts';
import {
  failing,
  pending,
  done,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import { inState, letter, NOW, PATIENT, problem, UBRN, version } from './testing/fake-records.ts';
import { filled, holds, inTriage, opened, reviewPorts, toReview } from './testing/fake-review.ts';
import { reviewRow } from './testing/fake-rows.ts';

const LOST = unknown(problem('timed-out'));

const NOTHING = () => undefined;

/** Sends the decision, whose answer is lost; `then` is what e-RS holds from there on. */
async function lost(action: ReviewAction, then: (ports: FakePorts) => void = NOTHING) {
  const { ports, flow } = await filled(action);
  const lose = async () => {
    then(ports);
    return LOST;
  };
  Object.assign(ports.answers, {
    acceptReferral: lose,
    rejectReferral: lose,
    cancelAppointmentActionLater: lose,
    recordReviewOutcome: lose,
    cancelReferral: lose,
  });
  const sending = flow.actions.send();
  for (let times = 0; times < 6; times += 1) await settle();
  return { ports, flow, sending };
}

const AFTER: [ReviewAction, (ports: FakePorts) => void][] = [
  ['reject-referral', (ports) => holds(ports, inState('REJECTED', { version: version(11) }))],
  [
    'cancel-and-act-later',
    (ports) => holds(ports, inState('TRIAGED_PROVIDER_TO_ACTION', { version: version(9) })),
  ],
  [
    'record-review-outcome',
    (ports) => holds(ports, inState('TRIAGED_PROVIDER_TO_ACTION', { version: version(9) })),
  ],
  [
    'cancel-referral',
    (ports) => holds(ports, inState('CANCELLED_REFERRAL', { version: version(9) })),
  ],
];

describe('F12, P2: a decision whose answer is lost', () => {
  it.each(AFTER)('%s: is done when the referral shows it', async (action, then) => {
    const { ports, flow } = await lost(action, then);
    expect(flow.state.phase).toMatchObject({ status: 'done', action, proof: 'reading' });
    expect(await ports.intents()).toEqual([]);
    expect(ports.happened).toContain(`found ${UBRN}`);
  });

  it('an acceptance, which the referral does not show, is done when it has left the list', async () => {
    const { ports, flow } = await lost('accept-referral', (all) => {
      holds(all, toReview({ version: version(9) }));
      all.answers.retrieveWorklist = async () => [reviewRow(77)];
    });
    expect(flow.state.phase).toMatchObject({ status: 'done', proof: 'list' });
    expect(timesAsked(ports, 'acceptReferral')).toBe(1);
  });

  it('an acceptance that is on the list still was not taken: the newer version is shown', async () => {
    const { flow } = await lost('accept-referral', (all) => {
      holds(all, toReview({ version: version(9) }));
      all.answers.retrieveWorklist = async () => [reviewRow(Number(UBRN))];
    });
    expect(flow.state.phase).toMatchObject({ status: 'conflict', changes: [], canSend: true });
  });

  it('an acceptance stays unknown while the list cannot be read', async () => {
    const { ports, flow } = await lost('accept-referral', (all) => {
      holds(all, toReview({ version: version(9) }));
      all.answers.retrieveWorklist = failing(problem('upstream-failed', { httpStatus: 502 }));
    });
    await ports.clock.advance(60_000);
    await settle();
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: false });
    ports.answers.retrieveWorklist = async () => [];
    await flow.actions.readAgain();
    expect(flow.state.phase).toMatchObject({ status: 'done', proof: 'list' });
  });

  it('is read at once, after 10 and after 60 seconds; only then is anything offered', async () => {
    const { ports, flow } = await lost('reject-referral');
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: false });
    await flow.actions.send();
    flow.actions.choose('accept-referral');
    flow.actions.change({ comment: 'Another' });
    await ports.clock.advance(10_000);
    expect(flow.state.phase).toMatchObject({ readings: { length: 2 }, settled: false });
    await ports.clock.advance(50_000);
    await settle();
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: true });
    expect(flow.state.forms['reject-referral'].comment).toBe('The image is out of focus');
    expect(timesAsked(ports, 'rejectReferral')).toBe(1);
    void flow.actions.send();
    for (let times = 0; times < 4; times += 1) await settle();
    expect(timesAsked(ports, 'rejectReferral')).toBe(2);
  });

  it('that shows only at the last reading is done then', async () => {
    const { ports, flow } = await lost('reject-referral');
    await ports.clock.advance(10_000);
    holds(ports, inState('REJECTED', { version: version(11) }));
    await ports.clock.advance(50_000);
    await settle();
    expect(flow.state.phase.status).toBe('done');
  });

  it('another’s decision is not taken for this one: its words differ', async () => {
    const { flow } = await lost('reject-referral', (all) =>
      holds(
        all,
        inState('REJECTED', {
          version: version(11),
          appointment: {
            status: 'cancelled',
            service: { id: '201' },
            comment: 'Not a skin lesion',
          },
        }),
      ),
    );
    expect(flow.state.phase).toMatchObject({ status: 'conflict', canSend: false });
    expect(flow.state.forms['reject-referral'].comment).toBe('The image is out of focus');
  });

  it('stays unknown where it cannot be read, until a reading by hand can', async () => {
    const { ports, flow } = await lost('reject-referral', (all) => {
      all.answers.retrieveReferral = failing(problem('ers-failed'));
    });
    await ports.clock.advance(60_000);
    await settle();
    expect(flow.state.phase).toMatchObject({ settled: false, readings: { length: 3 } });
    await flow.actions.send();
    expect(timesAsked(ports, 'rejectReferral')).toBe(1);
    holds(ports, toReview());
    await flow.actions.readAgain();
    expect(flow.state.phase).toMatchObject({ settled: true });
  });
});

describe('a decision of an earlier visit', () => {
  const intent = {
    id: 'earlier',
    action: 'reject-referral' as const,
    contextId: 'context-1',
    patient: PATIENT.nhsNumber,
    ubrn: UBRN,
    sentAt: NOW,
  };

  it('without a known end is read for before anything is offered', async () => {
    const ports = reviewPorts();
    await ports.journal.begin(intent);
    await ports.journal.settle('earlier', { state: 'unknown', problem: problem('timed-out') });
    holds(ports, toReview());
    const flow = createReviewReferral(ports, { ubrn: UBRN });
    const opening = flow.actions.open();
    await settle();
    await settle();
    flow.actions.choose('accept-referral');
    expect(flow.state).toMatchObject({ phase: { status: 'unanswered', settled: false } });
    expect(flow.state.chosen).toBeUndefined();
    await ports.clock.advance(299_000);
    expect(flow.state.phase).toMatchObject({ settled: false });
    await ports.clock.advance(1_000);
    await opening;
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: true });
    expect(await ports.intents()).toEqual([]);
  });

  it('that was taken is done', async () => {
    const ports = reviewPorts();
    await ports.journal.begin(intent);
    await ports.journal.settle('earlier', { state: 'unknown', problem: problem('timed-out') });
    const flow = createReviewReferral(ports, { ubrn: UBRN });
    holds(ports, inState('REJECTED', { letters: [letter('Binary/a')] }));
    await flow.actions.open();
    expect(flow.state.phase).toMatchObject({ status: 'done', proof: 'reading' });
  });

  it('F22: left while on its way, it ends here once its answer is in the journal', async () => {
    const { ports, flow } = await filled('accept-referral');
    const answer = pending<ReturnType<typeof done<ReturnType<typeof toReview>>>>();
    ports.answers.acceptReferral = () => answer.promise;
    const sending = flow.actions.send();
    for (let times = 0; times < 4; times += 1) await settle();
    flow.dispose();
    const again = createReviewReferral(ports, { ubrn: UBRN });
    ports.answers.retrieveWorklist = async () => [reviewRow(Number(UBRN))];
    const opening = again.actions.open();
    await settle();
    await settle();
    expect(again.state.phase.status).toBe('unanswered');
    answer.answer(done(toReview({ version: version(11) })));
    await sending;
    await ports.clock.advance(10_000);
    await opening;
    expect(again.state.phase).toMatchObject({ status: 'done', proof: 'answer' });
    expect(await ports.journal.unseen(PATIENT.nhsNumber)).toEqual([]);
    expect(timesAsked(ports, 'acceptReferral')).toBe(1);
  });

  it('that ended while no screen showed it is told once', async () => {
    const ports = reviewPorts();
    await ports.journal.begin(intent);
    await ports.journal.settle(
      'earlier',
      { state: 'not-done', problem: problem('locked') },
      'unseen',
    );
    const first = await opened({ ports });
    expect(first.flow.state.endedUnseen).toMatchObject({ id: 'earlier', state: 'not-done' });
    const second = await opened({ ports, referral: inTriage() });
    expect(second.flow.state.endedUnseen).toBeUndefined();
  });
});
