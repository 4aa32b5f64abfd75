import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createInPageHost } from '../../host-adapters/in-page/in-page-host.ts';
import { defineOnce } from '../../src/ui/define.ts';
import { defineSession } from './define.ts';
import { clinician, launch, NoteTaker, proxyEnd } from './session-scene.ts';
import type { ErsSession } from './session.ts';

let element: ErsSession;
let widget: NoteTaker;
let letGo = (): void => undefined;

beforeEach(async () => {
  defineSession();
  defineOnce('note-taker', NoteTaker);
  vi.stubGlobal('fetch', proxyEnd({ roles: [clinician] }).answer);
  const host = createInPageHost({ context: launch, launchTicket: async () => 'ticket-1' });
  element = await fixture<ErsSession>(
    html`<ers-session .config=${{ schema: '1', proxyBase: '/proxy' }} .host=${host}
      ><note-taker></note-taker
    ></ers-session>`,
  );
  widget = element.querySelector<NoteTaker>('note-taker')!;
});

afterEach(() => {
  letGo();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const isReady = (): Promise<unknown> => vi.waitFor(() => expect(widget.seen?.status).toBe('ready'));

/** Another page asks for the right to work on the patient, and takes it. */
async function anotherWindowTakesOver(): Promise<{ tookItBack: Promise<unknown> }> {
  const { held = [] } = await navigator.locks.query();
  const name = held.find((lock) => lock.name?.startsWith('ers-widgets patient'))?.name ?? '';
  const tookItBack = new Promise((resolve) => {
    const untilLetGo = (): Promise<void> => new Promise((end) => (letGo = end));
    navigator.locks.request(name, { steal: true }, untilLetGo).catch(resolve);
  });
  return { tookItBack };
}

describe('F20: a patient in two windows', () => {
  it('is worked on in one: the other is told, hidden, and may take over again', async () => {
    await isReady();
    const blanked = widget.blanked;
    const other = await anotherWindowTakesOver();
    const said = (): string => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
    await vi.waitFor(() => expect(said()).toContain('Another window took this patient over at'));
    expect(said()).toContain('are kept as a draft');
    expect(said()).not.toContain('This patient is open in another window');
    expect(widget.blanked).toBeGreaterThan(blanked);
    expect(widget.seen?.status).toBe('waiting');
    const [takeBack] = element.shadowRoot!.querySelectorAll('button');
    expect(takeBack?.textContent).toContain('Take the patient back');
    await userEvent.click(takeBack!);
    await isReady();
    expect(await other.tookItBack).toMatchObject({ name: 'AbortError' });
  });

  it('tells nobody else in the browser which patient it is', async () => {
    await isReady();
    const { held = [] } = await navigator.locks.query();
    expect(JSON.stringify(held)).not.toContain('9990123454');
  });
});
