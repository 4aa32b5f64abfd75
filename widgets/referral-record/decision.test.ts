import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addMilliseconds } from '../../src/domain/instant.ts';
import { createReviewReferral } from '../../src/flows/review-referral-flow.ts';
import type { ReviewReferralFlow } from '../../src/flows/review-referral.ts';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import { PATIENT, UBRN, version } from '../../src/flows/testing/fake-records.ts';
import { holds, inTriage, reviewPorts, toReview } from '../../src/flows/testing/fake-review.ts';
import { timesAsked, type FakePorts } from '../../src/flows/testing/fake-ports.ts';
import { reviewRow } from '../../src/flows/testing/fake-rows.ts';
import { createPageJournal } from '../../src/journal/page-journal.ts';
import { WHY_NOT_ENDED, type ReadySession } from '../session/context.ts';
import { defineReferralRecord } from './define.ts';
import { ErsReferralRecord } from './referral-record.ts';
import { rejecting } from './sample-phases.ts';
import {
  decisions,
  inTriage as triaged,
  NOW,
  photo,
  reasons,
  whenInTriage,
} from './sample-review.ts';
import { find, focused, heard, settled, show, words } from './shown-record.ts';
import { formsWith, REFERRER, reviewSession } from './still-review.ts';

defineReferralRecord();
afterEach(() => document.body.replaceChildren());

const readyReasons = { status: 'ready', reasons } as const;

interface Desk {
  ports: FakePorts;
  opened: DeskRow[];
  flow: ReviewReferralFlow;
  widget: ErsReferralRecord;
  root: ShadowRoot;
}

/** Time goes on, and nothing that waits is woken by it. */
function pass({ clock }: FakePorts, milliseconds: number): void {
  const later = addMilliseconds(clock.now(), milliseconds);
  clock.now = () => later;
}

/** The real flow over a fake e-RS, opened from a list of which another referral is left. */
async function desk(ports: FakePorts = reviewPorts()): Promise<Desk> {
  const opened: DeskRow[] = [];
  const next = reviewRow(2);
  const flow = createReviewReferral(ports, {
    ubrn: UBRN,
    list: {
      placeOf: () => ({ position: 1, total: 2, next }),
      finish: () => {},
      open: (row) => opened.push(row),
    },
  });
  const { clock } = ports;
  const session: Partial<ReadySession> = {
    clock,
    patient: PATIENT,
    opened: { ubrn: UBRN, list: 'REFERRALS_FOR_REVIEW' },
  };
  const widget = new ErsReferralRecord();
  widget.style.width = '1300px';
  widget.session = reviewSession(flow, session);
  document.body.append(widget);
  const root = widget.renderRoot as ShadowRoot;
  await vi.waitFor(() => find(root, '.choices'));
  find(root, '.pane--decision .pane__head').focus();
  return { ports, opened, flow, widget, root };
}

function accepting(): FakePorts {
  const ports = reviewPorts({ journal: createPageJournal() });
  holds(ports, toReview());
  ports.answers.acceptReferral = async () => ({
    outcome: 'done',
    value: toReview({ version: version(11) }),
  });
  return ports;
}

describe('accept and next', () => {
  it('is A, then Enter: one acceptance leaves, then the next referral is opened', async () => {
    const { ports, opened, widget, root } = await desk(accepting());
    const recorded = heard(widget, 'ers-review-recorded');
    pass(ports, 600);
    await userEvent.keyboard('a');
    await vi.waitFor(() => expect(focused(root)).toBe('review-send'));
    expect(timesAsked(ports, 'acceptReferral')).toBe(0);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    expect(timesAsked(ports, 'acceptReferral')).toBe(1);
    expect(recorded).toEqual([{ ubrn: UBRN, action: 'accept-referral' }]);
    expect(opened[0]).toEqual(reviewRow(2));
  });

  it('a held Enter presses the button once', async () => {
    const send = vi.fn(() => Promise.resolve());
    const { root } = await show({ state: { chosen: 'accept-referral' }, actions: { send } });
    find(root, '#review-send').focus();
    await userEvent.keyboard('{Enter>6/}');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('a held A chooses nothing on the referral that comes next', async () => {
    const { ports, flow } = await desk(accepting());
    await userEvent.keyboard('a');
    expect(flow.state.chosen).toBeUndefined();
    pass(ports, 600);
    await userEvent.keyboard('{a>3/}');
    expect(flow.state.chosen).toBe('accept-referral');
  });

  it('stays where the user says so', async () => {
    const { ports, opened, root, widget } = await desk(accepting());
    pass(ports, 600);
    find(root, '#decide-accept-referral').click();
    await settled(widget);
    find(root, '#review-stay').click();
    await vi.waitFor(() => expect(root.textContent).toContain('Accepted at'));
    expect(opened).toEqual([]);
    find(root, '#open-next').click();
    expect(opened).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('is not preselected', async () => {
    const { root } = await show();
    const chosen = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      ({ checked }) => checked,
    );
    expect(chosen).toEqual([]);
    expect(root.querySelector('#review-send')).toBeNull();
  });

  it('to reject without a reason stops at the reason and sends nothing', async () => {
    const ports = reviewPorts();
    holds(ports, toReview());
    const { root } = await desk(ports);
    pass(ports, 600);
    await userEvent.keyboard('x');
    await vi.waitFor(() => expect(focused(root)).toBe('review-reason'));
    await vi.waitFor(() => expect(root.querySelectorAll('#review-reason option')).toHaveLength(3));
    find(root, '#review-send').click();
    await vi.waitFor(() => expect(focused(root)).toBe('review-reason'));
    expect(words(find(root, '#review-reason-error'))).toBe('Error: Choose a reason.');
    expect(timesAsked(ports, 'rejectReferral')).toBe(0);
  });

  it('that is forbidden keeps its place, cannot be chosen, and says why and who can', async () => {
    const choose = vi.fn();
    const { root, widget } = await show({ actions: { choose } });
    const choice = find(root, '#decide-record-review-outcome');
    choice.click();
    expect(choose).not.toHaveBeenCalled();
    const said = words(find(root, '#decide-record-review-outcome-note'));
    expect(said).toBe(
      'Why: this referral has a booked appointment. Who can: no one, unless the appointment is cancelled first.',
    );
    expect(choice.getAttribute('aria-describedby')).toBe('decide-record-review-outcome-note');
    widget.session = { status: 'waiting' };
  });

  it('asked for by a key where it is forbidden is refused aloud', async () => {
    const choose = vi.fn();
    const { root, widget } = await show({
      actions: { choose },
      state: {
        decisions: decisions({ 'reject-referral': ['appointment-past', { who: 'nobody' }] }),
      },
    });
    find(root, '.pane__head').focus();
    await userEvent.keyboard('x');
    await settled(widget);
    expect(words(find(root, '[role=status].ui-hidden'))).toContain('the appointment has passed');
    expect(choose).not.toHaveBeenCalled();
  });

  it('that takes an appointment away names it beside the button', async () => {
    const { root } = await show({ state: { ...rejecting, reasons: readyReasons } });
    expect(words(find(root, '.commit'))).toContain(
      'Rejecting cancels the appointment on Wed 02-Dec-2026.',
    );
  });

  it('cannot be sent while the e-RS session has ended, and says so', async () => {
    const send = vi.fn(() => Promise.resolve());
    const { root, widget } = await show({
      state: { chosen: 'accept-referral' },
      actions: { send },
    });
    widget.sessionEnded = true;
    await settled(widget);
    find(root, '#review-send').click();
    expect(send).not.toHaveBeenCalled();
    expect(words(find(root, '#review-send-why'))).toBe(WHY_NOT_ENDED);
  });

  it('is offered no second time while its answer is not known', async () => {
    const { root, widget, flow } = await show({ state: { chosen: 'accept-referral' } });
    flow.become({ phase: { status: 'sending', action: 'accept-referral', since: NOW } });
    await settled(widget);
    expect(root.querySelector('#review-send')).toBeNull();
    expect(words(find(root, '.pane--decision'))).toContain('cannot be stopped');
  });
});

describe('a death', () => {
  it('holds an outcome until the user goes on, and the focus goes to the way back', async () => {
    const ports = reviewPorts({ lookUps: { isDeceased: async () => true } });
    holds(ports, inTriage(), ['RECORD_REVIEW_OUTCOME']);
    const { root, widget, flow } = await desk(ports);
    pass(ports, 600);
    flow.actions.choose('record-review-outcome');
    flow.actions.change({ outcome: 'ACCEPT_REFER_BOOK_LATER', priority: 'URGENT', comment: 'x' });
    await settled(widget);
    find(root, '#review-send').click();
    await vi.waitFor(() => expect(focused(root)).toBe('death-stop'));
    expect(timesAsked(ports, 'recordReviewOutcome')).toBe(0);
    find(root, '#death-go-on').click();
    await settled(widget);
    expect(flow.state.deathAcknowledged).toBe(true);
    expect(root.querySelector('#death-go-on')).toBeNull();
  });
});

describe('cancelling a referral', () => {
  it('wants CANCEL typed in full', async () => {
    const change = vi.fn();
    const { root } = await show({
      state: { chosen: 'cancel-referral', reasons: readyReasons },
      actions: { change },
    });
    const field = find(root, '#review-isConfirmed');
    await userEvent.fill(field, 'CANC');
    expect(change).toHaveBeenLastCalledWith({ isConfirmed: false });
    await userEvent.fill(field, 'CANCEL');
    expect(change).toHaveBeenLastCalledWith({ isConfirmed: true });
    expect(words(find(root, '.pane--decision'))).toContain('You cannot undo this');
  });
});

describe('keys', () => {
  it('move to the neighbours, the files and the panes', async () => {
    const next = vi.fn();
    const previous = vi.fn();
    const openFile = vi.fn(() => Promise.resolve());
    const { root } = await show({ actions: { next, previous, openFile } });
    find(root, '.pane__head').focus();
    await userEvent.keyboard('j');
    await userEvent.keyboard('k');
    await userEvent.keyboard(']');
    expect(next).toHaveBeenCalledTimes(1);
    expect(previous).toHaveBeenCalledTimes(1);
    expect(openFile).toHaveBeenLastCalledWith(photo.url);
    await userEvent.keyboard('{F6}');
    expect(focused(root)).toBe('History');
    await userEvent.keyboard('{Shift>}{F6}{/Shift}');
    expect(focused(root)).toBe('Files (4)');
  });

  it('say aloud where the list ends', async () => {
    const next = vi.fn();
    const { root, widget } = await show({
      actions: { next },
      state: { place: { position: 2, total: 2 } },
    });
    find(root, '.pane__head').focus();
    await userEvent.keyboard('j');
    await settled(widget);
    expect(words(find(root, '[role=status].ui-hidden'))).toBe('This is the last one to decide on.');
    expect(next).not.toHaveBeenCalled();
  });

  it('of single letters do nothing in a field, nor once they are turned off', async () => {
    const next = vi.fn();
    const change = vi.fn();
    const { root, widget } = await show({
      state: { chosen: 'cancel-and-act-later' },
      actions: { next, change },
    });
    find(root, '#review-comment').focus();
    await userEvent.keyboard('j');
    expect(change).toHaveBeenCalledWith({ comment: 'j' });
    find(root, '#letter-keys').click();
    await settled(widget);
    find(root, '.pane__head').focus();
    await userEvent.keyboard('j');
    expect(next).not.toHaveBeenCalled();
    expect(words(find(root, '.keys'))).toContain('Letter keys are off.');
  });

  it('Esc leaves the field first, then the decision', async () => {
    const choose = vi.fn();
    const { root, widget } = await show({
      state: {
        chosen: 'record-review-outcome',
        referral: triaged,
        decisions: whenInTriage,
        forms: formsWith({ 'record-review-outcome': { comment: 'kept' } }),
      },
      actions: { choose },
    });
    find(root, '#review-comment').focus();
    await userEvent.keyboard('{Escape}');
    await settled(widget);
    expect(focused(root)).toBe('Decision');
    expect(choose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await settled(widget);
    expect(choose).toHaveBeenCalledWith(undefined);
  });
});

describe('the one who refers', () => {
  it('is asked for no provider’s decision, and decides nothing by keys', async () => {
    const choose = vi.fn();
    const { root } = await show({ session: REFERRER, actions: { choose } });
    expect(root.querySelector('.choices')).toBeNull();
    find(root, '.pane__head').focus();
    await userEvent.keyboard('a');
    expect(choose).not.toHaveBeenCalled();
  });

  it('reads why it came back, also where e-RS calls it triaged', async () => {
    const state = {
      code: 'TRIAGED_PROVIDER_TO_ACTION',
      derived: false,
      reason: { code: 'RETURN_TO_REFERRER_WITH_ADVICE' },
      comments: 'Repeat the calprotectin in 4 weeks.',
    } as const;
    const { root } = await show({
      session: REFERRER,
      state: { referral: { ...triaged, state } },
    });
    const said = words(find(root, '.pane--decision'));
    expect(said).toContain('Triage response: returned with advice');
    expect(said).toContain('Repeat the calprotectin in 4 weeks.');
    expect(root.querySelector('#act-book')).not.toBeNull();
  });

  it('over HSCN cannot cancel here, and reads why and who can', async () => {
    const { root } = await show({
      session: REFERRER,
      state: {
        decisions: decisions({
          'cancel-referral': ['not-in-dialect', { who: 'e-rs-application' }],
        }),
      },
    });
    expect(words(find(root, '.choice--forbidden'))).toBe(
      'Cancel referral Why: e-RS has no such service over this connection. Who can: somebody with the right to it, in the e-RS application.',
    );
  });

  it('goes on to letters in the host where that takes it, else in the builder here', async () => {
    const load = vi.spyOn(ErsReferralRecord, 'loadReferralBuilder').mockResolvedValue(undefined);
    const open = vi.fn(() => Promise.resolve());
    const { root, widget } = await show({ session: REFERRER, actions: { open } });
    const requests = heard(widget, 'ers-act-request');
    const take = (event: Event): void => event.preventDefault();
    widget.addEventListener('ers-act-request', take);
    find(root, '#act-letters').click();
    expect(load).not.toHaveBeenCalled();
    widget.removeEventListener('ers-act-request', take);
    find(root, '#act-letters').click();
    await settled(widget);
    expect(requests[1]).toEqual({ ubrn: '000049351826', action: 'attach-letters' });
    expect(find(root, 'ers-referral-builder').getAttribute('ubrn')).toBe('000049351826');
    Object.assign(find(root, 'ers-referral-builder'), {
      hasUnsavedInput: () => false,
      blank: () => {},
    });
    find(root, '#builder-back').click();
    await settled(widget);
    expect(root.querySelector('ers-referral-builder')).toBeNull();
    expect(open).toHaveBeenCalledTimes(1);
    load.mockRestore();
  });

  it('does not lose silently what was typed in the builder', async () => {
    const load = vi.spyOn(ErsReferralRecord, 'loadReferralBuilder').mockResolvedValue(undefined);
    const { root, widget } = await show({ session: REFERRER });
    find(root, '#act-letters').click();
    await settled(widget);
    const blank = vi.fn();
    Object.assign(find(root, 'ers-referral-builder'), { hasUnsavedInput: () => true, blank });
    find(root, '#builder-back').click();
    await settled(widget);
    expect(blank).not.toHaveBeenCalled();
    find(root, '#builder-lose').click();
    await settled(widget);
    expect(blank).toHaveBeenCalledTimes(1);
    load.mockRestore();
  });
});
