import { expect as expectThat } from '@open-wc/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OpenedFrom } from '../../src/flows/opened-from.ts';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import { noFlows } from '../../src/ui/no-flows.ts';
import { fixtureSet } from './referral-record.fixtures.ts';
import { ErsReferralRecord } from './referral-record.ts';
import { conflictChanged, conflictVersionOnly, unanswered } from './sample-phases.ts';
import { at, NOW, pdf, problem, threat, UBRN } from './sample-review.ts';
import { find, focused, heard, settled, show, words } from './shown-record.ts';
import { formsWith, reviewSession, stillReview } from './still-review.ts';

fixtureSet.define?.();

afterEach(() => document.body.replaceChildren());

async function showSituation(situation: string, width?: number): Promise<ErsReferralRecord> {
  const content = fixtureSet.fixtures[situation];
  if (!content) throw new Error(`There is no fixture ${situation}`);
  const frame = await showFixture(content(), width);
  const widget = frame.renderRoot.querySelector('ers-referral-record');
  if (!widget) throw new Error('The fixture shows no widget');
  await settled(widget);
  return widget;
}

describe('Referral record', () => {
  it.each(Object.keys(fixtureSet.fixtures))('%s: has no fault that axe can find', async (name) => {
    await expectThat(await showSituation(name, 1300)).to.be.accessible();
  });

  it.each(['to reject', 'changed while deciding', 'referrer, rejected'])(
    '%s: has no fault that axe can find in a narrow panel either',
    async (name) => {
      await expectThat(await showSituation(name, 320)).to.be.accessible();
    },
  );

  it.each(Object.keys(fixtureSet.fixtures))('%s: fits 320 pixels', async (name) => {
    const widget = await showSituation(name, 320);
    expect(widget.scrollWidth).toBeLessThanOrEqual(320);
  });

  it('says on screen that it stands outside a session', async () => {
    const widget = await showSituation('outside a session');
    expect(words(find(widget.renderRoot as ShadowRoot, '.ui-message'))).toContain(
      'not connected to e-RS',
    );
  });

  it('opens the referral of the row, and another that the host names', async () => {
    const { widget, root } = await show();
    expect(words(find(root, '.facts'))).toContain('0000 4935 1826');
    const asked = vi.fn(async () => stillReview());
    const again = new ErsReferralRecord();
    again.ubrn = '0000 0000 0007';
    again.session = reviewSession(stillReview(), { flows: { ...noFlows, reviewReferral: asked } });
    widget.replaceWith(again);
    await settled(again);
    expect(asked).toHaveBeenCalledWith({ ubrn: '000000000007', list: undefined });
  });

  it('opens a referral by a UBRN that is typed with spaces, and says what is no UBRN', async () => {
    const asked = vi.fn(async () => stillReview());
    const { root, widget } = await show({
      session: { opened: undefined, flows: { ...noFlows, reviewReferral: asked } },
    });
    await userEvent.fill(find(root, '#record-ubrn'), '0000 4935');
    await userEvent.keyboard('{Enter}');
    await settled(widget);
    expect(words(find(root, '#record-ubrn-error'))).toContain('Enter a UBRN of 12 digits');
    expect(asked).not.toHaveBeenCalled();
    await userEvent.fill(find(root, '#record-ubrn'), '0000 4935 1826');
    await userEvent.keyboard('{Enter}');
    await settled(widget);
    expect(asked).toHaveBeenCalledWith({ ubrn: UBRN, list: undefined });
  });

  it('shows no thing of a patient once it is blanked, nor of the one before with the next', async () => {
    const { widget, root, flow } = await show();
    widget.blank();
    expect(root.textContent?.trim()).toBe('');
    expect(root.querySelector('a')).toBeNull();
    expect(flow.disposed).toBe(true);
    const next = stillReview({ referral: undefined, phase: { status: 'opening', since: NOW } });
    widget.session = reviewSession(next, { contextId: 'context-2' });
    await settled(widget);
    expect(root.textContent?.trim()).not.toContain('4935 1826');
  });

  it('after another patient is opened goes by the row, not by the UBRN of the one before', async () => {
    const asked = vi.fn(async ({ ubrn }: { ubrn: typeof UBRN }) => stillReview({ ubrn }));
    const flows = { ...noFlows, reviewReferral: asked };
    const widget = new ErsReferralRecord();
    widget.ubrn = '000000000007';
    widget.session = reviewSession(stillReview(), { flows });
    document.body.append(widget);
    await settled(widget);
    widget.blank();
    widget.session = reviewSession(stillReview(), { flows, contextId: 'context-2' });
    await settled(widget);
    expect(asked.mock.calls.map(([{ ubrn }]) => ubrn)).toEqual(['000000000007', UBRN]);
  });

  it('a flow that is loaded too late for its session is let go', async () => {
    let arrive = (flow: ReturnType<typeof stillReview>): void => flow.dispose();
    const late = new Promise<ReturnType<typeof stillReview>>((resolve) => (arrive = resolve));
    const { widget, root } = await show({
      session: { flows: { ...noFlows, reviewReferral: () => late } },
    });
    widget.blank();
    const flow = stillReview();
    arrive(flow);
    await settled(widget);
    expect(flow.disposed).toBe(true);
    expect(root.querySelector('.facts')).toBeNull();
  });

  it('counts as unsent what is chosen or typed, and as a draft what is typed and kept', async () => {
    const { widget, flow } = await show();
    expect(widget.hasUnsavedInput()).toBe(false);
    flow.become({ chosen: 'accept-referral' });
    expect([widget.hasUnsavedInput(), widget.hasDraft()]).toEqual([true, false]);
    flow.become({ forms: formsWith({ 'reject-referral': { comment: 'text' } }), isKept: true });
    expect(widget.hasDraft()).toBe(true);
    flow.become({ phase: { status: 'done', action: 'reject-referral', at: NOW, proof: 'answer' } });
    expect([widget.hasUnsavedInput(), widget.hasDraft()]).toEqual([false, false]);
  });

  it('names what leaving would leave undone, without patient or referral', async () => {
    const { widget, flow } = await show();
    expect(widget.leftUndone()).toBeUndefined();
    flow.become({ phase: unanswered });
    expect(widget.leftUndone()).toContain(
      'We do not know if a decision on a referral reached e-RS',
    );
    flow.become({ phase: { ...unanswered, settled: true } });
    expect(widget.leftUndone()).toBeUndefined();
  });

  it('asks before it closes, and closes where nobody objects', async () => {
    const closeRecord = vi.fn();
    const { widget, root } = await show({ session: { closeRecord } });
    const object = (event: Event): void => event.preventDefault();
    widget.addEventListener('ers-close-request', object);
    find(root, '#record-close').click();
    expect(closeRecord).not.toHaveBeenCalled();
    widget.removeEventListener('ers-close-request', object);
    find(root, '#record-close').click();
    expect(closeRecord).toHaveBeenCalledTimes(1);
  });
});

describe('the facts that a host is told', () => {
  it('come once with each end, with keys only', async () => {
    const { widget, flow } = await show();
    const recorded = heard(widget, 'ers-review-recorded');
    const cancelled = heard(widget, 'ers-referral-cancelled');
    flow.become({ phase: { status: 'done', action: 'reject-referral', at: NOW, proof: 'answer' } });
    await settled(widget);
    flow.become({ isKept: true });
    await settled(widget);
    expect(recorded).toEqual([{ ubrn: UBRN, action: 'reject-referral' }]);
    flow.become({ phase: { status: 'deciding' } });
    await settled(widget);
    flow.become({ phase: { status: 'done', action: 'cancel-referral', at: NOW, proof: 'answer' } });
    await settled(widget);
    expect(cancelled).toEqual([{ ubrn: UBRN }]);
    expect(recorded).toHaveLength(1);
  });

  it('say of a lost answer that it is not known, and of a refusal why', async () => {
    const { widget, flow } = await show();
    const unknown = heard(widget, 'ers-write-unknown');
    const problems = heard(widget, 'ers-problem');
    flow.become({ phase: unanswered });
    await settled(widget);
    expect(unknown).toEqual([{ write: 'reject-referral', ubrn: UBRN }]);
    expect(problems).toEqual([]);
    flow.become({
      phase: { status: 'locked', action: 'reject-referral', problem: problem('locked'), at: NOW },
    });
    await settled(widget);
    expect(problems).toEqual([{ reason: 'locked' }]);
    const failed = { status: 'failed', problem: problem('ers-unavailable') } as const;
    flow.become({ summary: failed });
    await settled(widget);
    flow.become({ files: new Map([[pdf.url, { load: failed }]]) });
    await settled(widget);
    expect(problems.slice(1)).toEqual([
      { reason: 'ers-unavailable' },
      { reason: 'ers-unavailable' },
    ]);
  });
});

describe('files', () => {
  it('one with a threat, or that is not valid or being checked, is neither link nor button', async () => {
    const widget = await showSituation('files that cannot be opened', 1300);
    const rows = [...widget.renderRoot.querySelectorAll('.file')];
    const isPressable = rows.map((row) => row.querySelector('a, button') !== null);
    expect(isPressable).toEqual([true, false, false, false]);
    expect(words(rows[3])).toContain('Threat found. e-RS has blocked this file for good');
    expect(words(rows[1])).toContain('Being checked. Check again after 14:36.');
    expect(words(find(widget.renderRoot as ShadowRoot, '.ui-message--warn'))).toContain(
      threat.name,
    );
  });

  it('a PDF counts as opened when its link is followed, not when it is fetched', async () => {
    const { root, widget } = await show();
    const row = (): string => words(root.querySelector('.file'));
    await vi.waitFor(() => expect(root.querySelector('.open-file')).not.toBeNull());
    expect(row()).toContain('Not opened');
    const link = find(root, '.open-file');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    await settled(widget);
    expect(row()).toContain('Opened 14:35');
  });

  it('a page that calls itself a text or a PDF is never shown, but downloaded as bytes', async () => {
    const page = new Blob(['<script>alert(1)</script>']);
    const load = { status: 'open', content: { mediaType: 'text/html', bytes: page } } as const;
    const { root } = await show({ state: { files: new Map([[pdf.url, { load }]]) } });
    const viewer = find(root, '.pane--viewer');
    await vi.waitFor(() => expect(viewer.querySelector('a[download]')).not.toBeNull());
    expect(viewer.querySelector('.open-file')).toBeNull();
    const address = viewer.querySelector('a')?.href ?? '';
    expect((await fetch(address)).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('letter and summary are asked for together once the referral is open, for a provider', async () => {
    const openFile = vi.fn(() => Promise.resolve());
    const fetchSummary = vi.fn(() => Promise.resolve());
    const opening = { status: 'opening', since: NOW } as const;
    const { flow, widget } = await show({
      state: { phase: opening },
      actions: { openFile, fetchSummary },
    });
    expect(openFile).not.toHaveBeenCalled();
    flow.become({ phase: { status: 'deciding' } });
    await settled(widget);
    expect(openFile).toHaveBeenCalledWith(pdf.url);
    expect(fetchSummary).toHaveBeenCalledTimes(1);
  });
});

describe('a conflict', () => {
  it('says first what did not happen, keeps the text, and starts on the safest choice', async () => {
    const { root, flow, widget } = await show({ state: { chosen: 'reject-referral' } });
    find(root, '#decide-reject-referral').focus();
    flow.become(conflictChanged);
    await settled(widget);
    expect(focused(root)).toBe(
      'Your rejection was not sent. This referral changed while you were deciding.',
    );
    expect((find(root, '#review-comment') as HTMLTextAreaElement).value).toContain('out of focus');
    expect((find(root, '#after-conflict') as HTMLInputElement).checked).toBe(true);
    const rows = [...root.querySelectorAll('.conflict tbody tr')].map(words);
    expect(rows.join(' ')).toContain('Referral letter ABERNETHY v2.pdf');
    expect(rows.join(' ')).toContain('e-RS finished checking it');
  });

  it.each([
    ['#after-conflict', 'back'],
    ['#after-conflict-2', 'send'],
    ['#after-conflict-3', 'discard'],
  ] as const)('%s: Continue does just that', async (choice, action) => {
    const back = vi.fn();
    const discard = vi.fn();
    const send = vi.fn(() => Promise.resolve());
    const actions = { back, discard, send };
    const { root, widget } = await show({ state: conflictChanged, actions });
    find(root, choice).click();
    await settled(widget);
    find(root, '#conflict-continue').click();
    for (const [name, called] of Object.entries(actions))
      expect(called, name).toHaveBeenCalledTimes(name === action ? 1 : 0);
  });

  it('says nobody changed anything where only the version moved', async () => {
    const { root } = await show({ state: conflictVersionOnly });
    expect(words(find(root, '.conflict'))).toContain('e-RS holds a newer version');
    expect(root.querySelector('.conflict table')).toBeNull();
  });

  it('offers no sending where a colleague has decided', async () => {
    const widget = await showSituation('a colleague decided first', 1300);
    const text = words(find(widget.renderRoot, '.conflict'));
    expect(text).toContain('has already been reviewed');
    expect(widget.renderRoot.querySelector('#after-conflict')).toBeNull();
    expect(text).toContain('out of focus');
  });
});

describe('the place in the list', () => {
  it('is said, with the neighbours; not while a decision is on its way', async () => {
    const next = vi.fn();
    const { root, flow, widget } = await show({ actions: { next } });
    expect(words(find(root, '.place'))).toContain('4 of 2,140');
    find(root, '#record-next').click();
    expect(next).toHaveBeenCalledTimes(1);
    flow.become({
      phase: { status: 'sending', action: 'accept-referral', since: at('23T14:35:10') },
    });
    await settled(widget);
    find(root, '#record-next').click();
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('hands the list on to the flow', async () => {
    const asked = vi.fn(async () => stillReview());
    const list: OpenedFrom = { placeOf: () => undefined, finish: () => {}, open: () => {} };
    await show({ session: { list, flows: { ...noFlows, reviewReferral: asked } } });
    expect(asked).toHaveBeenCalledWith({ ubrn: UBRN, list });
  });
});

it('names the patient beside the button where the host has the banner', async () => {
  const { root } = await show({ session: { banner: 'host' } });
  expect(root.querySelector('.ui-patient')).toBeNull();
  expect(words(find(root, '.commit__for'))).toContain('ABERNETHY, Colin (Mr)');
});
