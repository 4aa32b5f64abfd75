import { ContextConsumer } from '@lit/context';
import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createInPageHost, type InPageHost } from '../../host-adapters/in-page/in-page-host.ts';
import { ErsElement } from '../../src/ui/base-element.ts';
import { defineOnce } from '../../src/ui/define.ts';
import { sessionContext } from './context.ts';
import { defineSession } from './define.ts';
import { admin, clinician, proxyEnd, launch, NoteTaker } from './session-scene.ts';
import type { ErsSession } from './session.ts';

/** A widget with a heading of its own, as every real one has. */
class Headed extends ErsElement {
  protected readonly consumer = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });

  hasUnsavedInput(): boolean {
    return false;
  }

  blank(): void {}

  protected override render() {
    return html`<h2 tabindex="-1" data-focus-heading>The work</h2>`;
  }
}

let host: InPageHost;
let element: ErsSession;
let widget: NoteTaker;

async function open(): Promise<void> {
  host = createInPageHost({ context: launch, launchTicket: async () => 'ticket-1' });
  element = await fixture<ErsSession>(
    html`<ers-session .config=${{ schema: '1', proxyBase: '/proxy' }} .host=${host}
      ><headed-widget></headed-widget><note-taker></note-taker
    ></ers-session>`,
  );
  widget = element.querySelector<NoteTaker>('note-taker')!;
}

const shown = (): string => element.shadowRoot?.textContent ?? '';
const shows = (words: string): Promise<unknown> =>
  vi.waitFor(() => expect(shown()).toContain(words));
const press = (label: string): Promise<void> => {
  const buttons = [...element.shadowRoot!.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => textContent?.trim().startsWith(label));
  if (!button) throw new Error(`There is no button ${label} in: ${shown()}`);
  return userEvent.click(button);
};
const ready = async () =>
  vi.waitFor(() => {
    if (widget.seen?.status !== 'ready') throw new Error(`The session is not ready: ${shown()}`);
    return widget.seen;
  });

function fakeProxy(options: Parameters<typeof proxyEnd>[0] = {}) {
  const end = proxyEnd(options);
  vi.stubGlobal('fetch', end.answer);
  return end;
}

beforeEach(() => {
  defineSession();
  defineOnce('note-taker', NoteTaker);
  defineOnce('headed-widget', Headed);
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('the focus', () => {
  const focusedWords = (): string | undefined => {
    const root = document.activeElement?.shadowRoot;
    return root?.activeElement?.textContent?.trim();
  };

  it('goes to the role that is missing', async () => {
    fakeProxy();
    await open();
    await shows('In which role are you working?');
    await press('Continue');
    await vi.waitFor(() =>
      expect(element.shadowRoot?.activeElement?.getAttribute('type')).toBe('radio'),
    );
    expect(element.shadowRoot?.querySelector('[role=alert]')?.textContent).toContain(
      'Select a role',
    );
  });

  it('goes from the role to the heading of the first widget', async () => {
    fakeProxy();
    await open();
    await shows('In which role are you working?');
    await userEvent.click(element.shadowRoot!.querySelectorAll('[type=radio]')[1]!);
    await press('Continue');
    await vi.waitFor(() => expect(focusedWords()).toBe('The work'));
  });

  it('goes to the heading of the first widget after signing in again', async () => {
    fakeProxy({ roles: [clinician] });
    await open();
    const { flows } = await ready();
    await flows.bookSlot({ ubrn: '000049283317' as never }).actions.open();
    await shows('Your e-RS session has ended');
    await press('Sign in again');
    await vi.waitFor(() => expect(focusedWords()).toBe('The work'));
  });

  it.each([
    ['the role', [clinician, admin], 'In which role are you working?'],
    ['the work', [clinician], 'The work'],
  ])('goes to %s once the smartcard is in again', async (_what, roles, heading) => {
    fakeProxy({ roles: [clinician] });
    await open();
    await ready();
    host.endSession('card-removed');
    await vi.waitFor(() => expect(focusedWords()).toBe('Locked'));
    fakeProxy({ roles });
    const card = document.body.appendChild(document.createElement('button'));
    card.focus();
    element.host = createInPageHost({ context: launch, launchTicket: async () => 'ticket-2' });
    await vi.waitFor(() => expect(focusedWords()).toBe(heading));
  });

  it('stays where the user has it when the page opens', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    fakeProxy({ roles: [clinician] });
    await open();
    await ready();
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(field);
  });
});
