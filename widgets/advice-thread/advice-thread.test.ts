import { expect as expectThat } from '@open-wc/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import { noFlows } from '../../src/ui/no-flows.ts';
import type { AnswerAdviceState } from '../../src/flows/answer-advice.ts';
import { readAdviceText } from '../../src/domain/advice-text.ts';
import type { ReadySession } from '../session/context.ts';
import { fixtureSet } from './advice-thread.fixtures.ts';
import type { ErsAdviceThread } from './advice-thread.ts';
import { at, file, message, messages, NOW, problem, request, TEXT, UBRN } from './sample-advice.ts';
import { drawn, find, focusedIn, heard, shownWith, words } from './shown-advice.ts';
import { adviceSession, REFERRER, stillAdvice } from './still-advice.ts';

fixtureSet.define?.();

afterEach(() => document.body.replaceChildren());

async function show(situation: string): Promise<ErsAdviceThread> {
  const content = fixtureSet.fixtures[situation];
  if (!content) throw new Error(`There is no fixture ${situation}`);
  const frame = await showFixture(content());
  const widget = frame.renderRoot.querySelector<ErsAdviceThread>('ers-advice-thread');
  if (!widget) throw new Error('The fixture shows no widget');
  await drawn(widget);
  return widget;
}

function sessionOf(flow = stillAdvice(), change: Partial<ReadySession> = {}): ReadySession {
  return adviceSession({ flows: { ...noFlows, answerAdvice: async () => flow }, ...change });
}

const TYPED: Partial<AnswerAdviceState> = {
  form: { outcome: 'REQUIRE_FURTHER_INFORMATION', text: TEXT, comment: '' },
};

describe('Advice thread', () => {
  it.each(Object.keys(fixtureSet.fixtures))('%s: has no fault that axe can find', async (name) => {
    await expectThat(await show(name)).to.be.accessible();
  });

  it('says on screen that it stands outside a session', async () => {
    const widget = await show('outside a session');
    expect(widget.renderRoot.textContent).toContain('outside an e-RS session');
  });

  it.each([320, 420, 640])('loses nothing at the side %i pixels wide', async (width) => {
    const fixtures = ['to answer', 'huge', 'files that cannot be opened', 'asking, typed'];
    for (const name of fixtures) {
      const content = fixtureSet.fixtures[name];
      if (!content) throw new Error(`There is no fixture ${name}`);
      const frame = await showFixture(content(), width);
      const widget = frame.renderRoot.querySelector<ErsAdviceThread>('ers-advice-thread');
      if (!widget) throw new Error('The fixture shows no widget');
      await drawn(widget);
      const { scrollWidth, clientWidth } = find(widget, '.advice');
      expect(scrollWidth, name).toBeLessThanOrEqual(clientWidth);
    }
  });
});

describe('which request it is', () => {
  function loading(change: Partial<ReadySession> = {}) {
    const opened: string[] = [];
    const answerAdvice = async ({ ubrn }: { ubrn: string }) => {
      opened.push(ubrn);
      return stillAdvice();
    };
    return { opened, session: adviceSession({ flows: { ...noFlows, answerAdvice }, ...change }) };
  }

  it('is that of the opened row of the list of advice', async () => {
    const { opened, session } = loading();
    await shownWith(session);
    expect(opened).toEqual([UBRN]);
  });

  it('is not that of another list, which another widget shows', async () => {
    const { opened, session } = loading({ opened: { ubrn: UBRN, list: 'REFERRALS_FOR_REVIEW' } });
    const widget = await shownWith(session);
    expect(opened).toEqual([]);
    expect(words(widget)).toBe('');
  });

  it('is that of the host before that of the row', async () => {
    const { opened, session } = loading();
    await shownWith(session, { ubrn: '0000 0000 0015' });
    expect(opened).toEqual(['000000000015']);
  });

  it('can be typed, and left for another', async () => {
    const { opened, session } = loading({ opened: undefined });
    const widget = await shownWith(session);
    await userEvent.fill(find(widget, '#advice-ubrn'), '12');
    await userEvent.keyboard('{Enter}');
    await drawn(widget);
    expect(words(widget)).toContain('Enter a UBRN of 12 digits');
    await userEvent.fill(find(widget, '#advice-ubrn'), '0000 0000 0015');
    await userEvent.keyboard('{Enter}');
    await drawn(widget);
    expect(opened).toEqual(['000000000015']);
    find(widget, '#advice-another').click();
    await drawn(widget);
    expect(words(widget)).toContain('Open an advice request');
  });

  it('P4: typed for one patient is not opened for the next', async () => {
    const { opened, session } = loading({ opened: undefined });
    const widget = await shownWith(session, { ubrn: '0000 0000 0015' });
    const next = loading({ contextId: 'context-2' });
    widget.session = next.session;
    await drawn(widget);
    expect(opened).toEqual(['000000000015']);
    expect(next.opened).toEqual([UBRN]);
  });
});

describe('P4: no word of a former patient', () => {
  it('stays when it is blanked, and its flow ends', async () => {
    const flow = stillAdvice(TYPED);
    const widget = await shownWith(sessionOf(flow));
    expect(widget.hasUnsavedInput()).toBe(true);
    widget.blank();
    expect(widget.renderRoot.textContent.trim()).toBe('');
    expect(flow.disposed).toBe(true);
    expect(widget.hasUnsavedInput()).toBe(false);
  });

  it('comes with a flow that is loaded too late: it ends unseen', async () => {
    let load: (flow: ReturnType<typeof stillAdvice>) => void = () => undefined;
    const late = stillAdvice();
    const answerAdvice = () => new Promise<typeof late>((resolve) => (load = resolve));
    const widget = await shownWith(adviceSession({ flows: { ...noFlows, answerAdvice } }));
    widget.session = sessionOf(stillAdvice(), { contextId: 'context-2' });
    await drawn(widget);
    load(late);
    await drawn(widget);
    expect(late.disposed).toBe(true);
  });
});

describe('the conversation', () => {
  it('shows markup as the text it is, and links as e-RS has them alone', async () => {
    const text =
      '<img src=x onerror=alert(1)> <a href="https://www.nice.org.uk/a" target="_blank">NG196</a>';
    const one = { ...message('m1', '18T08:52:00', ''), text: readAdviceText(text) };
    const widget = await shownWith(sessionOf(stillAdvice({ messages: [one] })));
    const entry = find(widget, '.message');
    expect(entry.querySelector('img')).toBeNull();
    expect(entry.textContent).toContain('<img src=x onerror=alert(1)>');
    const link = entry.querySelector('a');
    expect(link?.href).toBe('https://www.nice.org.uk/a');
    expect(link?.rel).toBe('noopener noreferrer');
    expect(entry.textContent).toContain('NG196 (opens in a new tab) (https://www.nice.org.uk/a)');
  });

  it('keeps the lines of a text', async () => {
    const widget = await shownWith(sessionOf());
    const said = find(widget, '.said');
    expect(said.innerText.split('\n').length).toBeGreaterThan(2);
    expect(getComputedStyle(said).whiteSpaceCollapse).toBe('preserve');
  });

  it('stands in the order of sending, and turns around', async () => {
    const widget = await shownWith(sessionOf());
    const first = (): string => find(widget, '.message').textContent;
    expect(first()).toContain('40-year-old');
    find(widget, '#thread-order').click();
    await drawn(widget);
    expect(first()).toContain('Clinical information updated');
  });

  it('is read by a referrer from the newest, without any way to write', async () => {
    const widget = await show('referrer, answered');
    expect(find(widget, '.message').textContent).toContain('advice given');
    expect(words(widget)).toContain('You cannot reply to or close this request here');
    expect(widget.renderRoot.querySelector('textarea')).toBeNull();
  });

  it('has the address of a file only where a browser runs nothing in it', async () => {
    const html = file('page.html', { mediaType: 'text/html' });
    const bytes = new Blob(['<script>alert(1)</script>'], { type: 'text/html' });
    const load = { status: 'open', content: { mediaType: 'text/html', bytes } } as const;
    const widget = await shownWith(
      sessionOf(
        stillAdvice({
          request: { ...request, files: [html] },
          messages: [],
          files: new Map([[html.url, { load, openedAt: NOW }]]),
        }),
      ),
    );
    const link = find(widget, '[data-file]') as HTMLAnchorElement;
    expect(link.target).toBe('');
    expect(link.download).toBe('page.html');
    const served = await (await fetch(link.href)).blob();
    expect(served.type).toBe('application/octet-stream');
  });
});

describe('what the host is told', () => {
  const NAMES = [
    'ers-advice-sent',
    'ers-advice-converted',
    'ers-write-unknown',
    'ers-problem',
  ] as const;

  it.each([
    [
      { status: 'done', act: 'answer-advice', at: NOW, proof: 'answer' },
      { name: 'ers-advice-sent', detail: { ubrn: UBRN } },
    ],
    [
      { status: 'done', act: 'convert-advice', at: NOW, proof: 'reading' },
      { name: 'ers-advice-converted', detail: { ubrn: UBRN } },
    ],
    [
      {
        status: 'unanswered',
        act: 'answer-advice',
        problem: problem('timed-out'),
        sentAt: NOW,
        readings: [],
        settled: false,
      },
      { name: 'ers-write-unknown', detail: { write: 'advice', ubrn: UBRN } },
    ],
    [
      { status: 'refused', act: 'answer-advice', problem: problem('locked'), at: NOW },
      { name: 'ers-problem', detail: { reason: 'locked' } },
    ],
  ] satisfies [AnswerAdviceState['phase'], object][])('%o', async (phase, event) => {
    const flow = stillAdvice();
    const widget = await shownWith(sessionOf(flow));
    const events = heard(widget, ...NAMES);
    flow.become({ phase });
    await drawn(widget);
    flow.become({ readAt: at('23T14:50:00') });
    await drawn(widget);
    expect(events).toEqual([event]);
  });

  it('and asked before the record closes', async () => {
    const closeRecord = vi.fn();
    const widget = await shownWith(sessionOf(stillAdvice(), { closeRecord }));
    const refuse = (event: Event): void => event.preventDefault();
    widget.addEventListener('ers-close-request', refuse);
    find(widget, '#advice-close').click();
    expect(closeRecord).not.toHaveBeenCalled();
    widget.removeEventListener('ers-close-request', refuse);
    find(widget, '#advice-close').click();
    expect(closeRecord).toHaveBeenCalledOnce();
  });

  it('of what leaving would leave undone', async () => {
    const flow = stillAdvice({
      ...TYPED,
      isKept: true,
      phase: { status: 'sending', act: 'answer-advice', since: NOW },
    });
    const widget = await shownWith(sessionOf(flow));
    expect(widget.leftUndone()).toBe('A message about advice is on its way to e-RS.');
    expect(widget.hasDraft()).toBe(true);
    flow.become({ phase: { status: 'reading' } });
    expect(widget.leftUndone()).toBeUndefined();
  });
});

describe('writing', () => {
  it('is not possible while the session has ended, and says why beside the button', async () => {
    const send = vi.fn(async () => undefined);
    const widget = await shownWith(sessionOf(stillAdvice(TYPED, { send })), { sessionEnded: true });
    find(widget, '#advice-send').click();
    expect(send).not.toHaveBeenCalled();
    expect(words(widget)).toContain('Not available until you have signed in again.');
  });

  it('a conversion that the practice did not agree to keeps its place and says why', async () => {
    const widget = await show('conversion not agreed');
    expect(find(widget, '#advice-convert').getAttribute('aria-disabled')).toBe('true');
    expect(words(widget)).toContain('You cannot convert this request. The practice did not agree');
  });

  it('what the system switches off is not offered', async () => {
    const widget = await shownWith(
      sessionOf(stillAdvice(), { can: (action) => action !== 'convert-advice' }),
    );
    expect(words(widget)).toContain('Switched off in this system');
  });

  it('no recommendation is asked for with a question', async () => {
    const widget = await shownWith(sessionOf(stillAdvice(TYPED)));
    expect(widget.renderRoot.querySelector('#advice-recommendation')).toBeNull();
    expect(find(widget, '#advice-send').textContent.trim()).toBe('Send question');
  });

  it('a new step takes the focus to its heading when it was inside, and only then', async () => {
    const flow = stillAdvice(TYPED);
    const widget = await shownWith(sessionOf(flow));
    find(widget, '#advice-send').focus();
    flow.become({ phase: { status: 'done', act: 'answer-advice', at: NOW, proof: 'answer' } });
    await drawn(widget);
    await vi.waitFor(() => expect(focusedIn(widget)).toContain('Answer sent at 14:31'));
    const other = document.createElement('button');
    document.body.append(other);
    other.focus();
    flow.become({
      phase: { status: 'locked', act: 'answer-advice', problem: problem('locked'), at: NOW },
    });
    await drawn(widget);
    expect(document.activeElement).toBe(other);
  });

  it('F6 goes through the panes, Shift+F6 back', async () => {
    const widget = await shownWith(sessionOf());
    find(widget, '#thread-head').focus();
    await userEvent.keyboard('{F6}');
    expect(focusedIn(widget)).toBe('Your answer');
    await userEvent.keyboard('{Shift>}{F6}{/Shift}');
    expect(focusedIn(widget)).toBe('Conversation');
    await userEvent.keyboard('{Shift>}{F6}{/Shift}');
    expect(focusedIn(widget)).toBe('Request');
  });

  it('marks the message that stopped it as new', async () => {
    const widget = await show('a new message came');
    const [news, ...others] = [...widget.renderRoot.querySelectorAll('.message .ui-tag')];
    expect(news?.closest('.message')?.textContent).toContain('6 weeks pregnant');
    expect(others).toEqual([]);
  });

  it('says after another check how many messages are new', async () => {
    const flow = stillAdvice({ phase: { status: 'opening', since: NOW } });
    const widget = await shownWith(sessionOf(flow));
    flow.become({
      phase: { status: 'reading' },
      messages: [...messages, message('m9', '23T14:30:00', 'One more')],
    });
    await drawn(widget);
    expect(find(widget, '[role="status"].ui-hidden').textContent).toContain('1 new message');
  });
});

describe('asking', () => {
  it('is not offered to a provider', async () => {
    const widget = await shownWith(adviceSession({ opened: undefined }));
    expect(words(widget)).not.toContain('Ask for advice');
  });

  it('keeps its place where the connection lacks it, with the way round', async () => {
    const widget = await show('no request named, asking not in the dialect');
    expect(find(widget, '#advice-ask').getAttribute('aria-disabled')).toBe('true');
    expect(words(widget)).toContain('only in the e-RS application');
  });

  it('P4: goes with the patient for whom it was opened', async () => {
    const widget = await show('asking, typed');
    expect(words(widget)).toContain('Send question');
    widget.session = adviceSession({ ...REFERRER, opened: undefined, contextId: 'context-2' });
    await drawn(widget);
    expect(words(widget)).toContain('Open an advice request');
    expect(words(widget)).not.toContain('echo before referral');
  });
});
