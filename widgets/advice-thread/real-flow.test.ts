import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createAnswerAdvice } from '../../src/flows/answer-advice-flow.ts';
import { createAskAdvice } from '../../src/flows/ask-advice-flow.ts';
import {
  advicePorts,
  adviceRequest,
  holdsAdvice,
  message,
  ours,
  QUESTION,
} from '../../src/flows/testing/fake-advice.ts';
import { done, fakePorts, timesAsked } from '../../src/flows/testing/fake-ports.ts';
import { service, UBRN } from '../../src/flows/testing/fake-records.ts';
import { withLists } from '../../src/flows/testing/fake-search.ts';
import { createPageJournal } from '../../src/journal/page-journal.ts';
import { noFlows } from '../../src/ui/no-flows.ts';
import { drawn, find, focusedIn, heard, shownWith, words } from './shown-advice.ts';
import { adviceSession, REFERRER } from './still-advice.ts';

afterEach(() => document.body.replaceChildren());

describe('the widget with the real flow', () => {
  it('stops for a new message, then sends the answer once, by keyboard', async () => {
    const ports = advicePorts({ journal: createPageJournal() });
    holdsAdvice(ports, adviceRequest());
    const { clock, patient } = ports;
    const answerAdvice = async () => createAnswerAdvice(ports, { ubrn: UBRN });
    const session = adviceSession({ clock, patient, flows: { ...noFlows, answerAdvice } });
    const widget = await shownWith(session);
    const events = heard(widget, 'ers-advice-sent');
    await vi.waitFor(() => expect(words(widget)).toContain('Your answer'));
    await advance(ports, 600);

    find(widget, '#advice-send').focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedIn(widget)).toContain('There are 2 things to fix'));
    find(widget, '#advice-outcome').focus();
    await userEvent.keyboard(' ');
    await drawn(widget);
    find(widget, '#advice-recommendation').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await userEvent.fill(find(widget, '#advice-text'), 'Stop the steroid.');

    holdsAdvice(ports, adviceRequest(), [
      QUESTION,
      message('m2', { text: [{ kind: 'text', text: 'Pregnant' }] }),
    ]);
    find(widget, '#advice-send').focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedIn(widget)).toContain('Your answer was not sent'));
    expect(timesAsked(ports, 'sendAdvice')).toBe(0);
    expect((find(widget, '#advice-text') as HTMLTextAreaElement).value).toBe('Stop the steroid.');

    ports.answers.sendAdvice = async ({ text }) =>
      done({
        request: adviceRequest({ category: 'REFERRER_TO_REVIEW_RESPONSE' }),
        message: ours(text),
      });
    find(widget, '#advice-send').focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedIn(widget)).toContain('Answer sent at'));
    expect(timesAsked(ports, 'sendAdvice')).toBe(1);
    expect(events).toEqual([{ name: 'ers-advice-sent', detail: { ubrn: UBRN } }]);
    expect(words(widget)).toContain('To the practice: advice given Stop the steroid.');
  });

  it('finds a service, asks it once, and gives the UBRN', async () => {
    const ports = withLists(fakePorts({ journal: createPageJournal() }));
    ports.answers.searchServices = async () => [service('301')];
    ports.answers.askForAdvice = async () => done({ request: adviceRequest(), message: QUESTION });
    const { clock, patient } = ports;
    const flows = { ...noFlows, askAdvice: async () => createAskAdvice(ports) };
    const widget = await shownWith(
      adviceSession({ ...REFERRER, clock, patient, flows, opened: undefined }),
    );
    const events = heard(widget, 'ers-advice-asked');
    find(widget, '#advice-ask').click();
    await vi.waitFor(() => find(widget, '#ask-specialty'));
    await userEvent.selectOptions(find(widget, '#ask-specialty'), 'CARDIOLOGY');
    await userEvent.selectOptions(find(widget, '#ask-clinic-type'), 'ARRHYTHMIA');
    find(widget, '#ask-priority-2').click();
    await drawn(widget);
    expect(words(widget)).toContain('Asking for advice can delay urgent care');
    find(widget, '#ask-search').click();
    await vi.waitFor(() => find(widget, '#ask-service'));
    find(widget, '#ask-send').click();
    await vi.waitFor(() => expect(focusedIn(widget)).toContain('There are 3 things to fix'));
    find(widget, '#ask-service').click();
    await userEvent.fill(find(widget, '#ask-text'), 'Echo first?');
    find(widget, '#ask-convert-2').click();
    await drawn(widget);
    find(widget, '#ask-send').click();
    await vi.waitFor(() => expect(words(widget)).toContain('Question sent at'));
    expect(events).toEqual([{ name: 'ers-advice-asked', detail: { ubrn: UBRN } }]);
    expect(timesAsked(ports, 'askForAdvice')).toBe(1);
    expect(words(widget)).toContain('0000 4928 3317');
    expect(widget.hasUnsavedInput()).toBe(false);
  });
});

/** The fake clock's own way of settling is Node's: here the moment is set alone. */
async function advance(ports: ReturnType<typeof advicePorts>, milliseconds: number): Promise<void> {
  const now = ports.clock.now();
  const later = new Date(Date.parse(now) + milliseconds).toISOString() as typeof now;
  ports.clock.now = () => later;
}
