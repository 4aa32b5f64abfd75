import { expect as expectThat, fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createInPageHost, type InPageHost } from '../../host-adapters/in-page/in-page-host.ts';
import { defineOnce } from '../../src/ui/define.ts';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import type { ErsCall } from '../../src/ers/transport.ts';
import type { ReadySession } from './context.ts';
import { defineSession } from './define.ts';
import {
  admin,
  clinician,
  colin,
  proxyEnd,
  josephine,
  launch,
  NoteTaker,
} from './session-scene.ts';
import type { ErsSession } from './session.ts';
import { fixtureSet } from './session.fixtures.ts';

let host: InPageHost;
let element: ErsSession;
let widget: NoteTaker;

async function open(config: object = {}): Promise<void> {
  host = createInPageHost({ context: launch, launchTicket: async () => 'ticket-1' });
  element = await fixture<ErsSession>(
    html`<ers-session .config=${{ schema: '1', proxyBase: '/proxy', ...config }} .host=${host}
      ><note-taker></note-taker
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
const ready = async (): Promise<ReadySession> =>
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
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('choosing a role', () => {
  it('is asked of a user with two roles, and neither is chosen for them', async () => {
    fakeProxy();
    await open();
    await shows('In which role are you working?');
    const radios = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]')];
    expect(radios.map(({ checked }) => checked)).toEqual([false, false]);
    expect(widget.seen?.status).toBe('waiting');
  });

  it('says what is missing, and tells e-RS nothing, when none is selected', async () => {
    const { sent } = fakeProxy();
    await open();
    await shows('In which role are you working?');
    await press('Continue');
    await shows('Select a role');
    expect(sent.map(({ path }) => path)).not.toContain('/session/role');
  });

  it('opens the patient in the role that was chosen', async () => {
    const { sent } = fakeProxy();
    await open();
    await shows('In which role are you working?');
    await userEvent.click(element.shadowRoot!.querySelectorAll('[type=radio]')[1]!);
    await press('Continue');
    const session = await ready();
    expect(session.role).toEqual(admin);
    expect(session.patient.nhsNumber).toBe('9990123454');
    expect(sent.find(({ path }) => path === '/session/context')?.body).toMatchObject({
      nhsNumber: '9990123454',
      birthDate: '1968-03-14',
      contextId: session.contextId,
    });
  });

  it('P13: says at once that e-RS is being told, and is told once', async () => {
    const { sent, answers } = fakeProxy();
    const chosen = answers['PUT /session/role'];
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    answers['PUT /session/role'] = (role) => held.then(() => chosen?.(role) as Response);
    await open();
    await shows('In which role are you working?');
    await userEvent.click(element.shadowRoot!.querySelectorAll('[type=radio]')[1]!);
    await press('Continue');
    await shows('Telling e-RS…');
    // A button that is busy stays where it is, and does nothing.
    element.shadowRoot!.querySelector<HTMLButtonElement>('.nhsuk-button, button')?.click();
    answer();
    await ready();
    expect(sent.filter(({ path }) => path === '/session/role')).toHaveLength(1);
  });

  it('is not asked of a user who has only one', async () => {
    fakeProxy({ roles: [clinician] });
    await open();
    expect((await ready()).role).toEqual(clinician);
  });
});

describe('a host that carries the calls itself', () => {
  it('is given each call of e-RS with the context it is for, and the proxy none', async () => {
    const { sent } = fakeProxy({ roles: [clinician] });
    const calls: ErsCall[] = [];
    host = createInPageHost({
      context: launch,
      launchTicket: async () => 'ticket-1',
      transport: {
        request(call) {
          calls.push(call);
          return Promise.resolve({ status: 404, headers: {} });
        },
      },
    });
    element = await fixture<ErsSession>(
      html`<ers-session .config=${{ schema: '1', proxyBase: '/proxy' }} .host=${host}
        ><note-taker></note-taker
      ></ers-session>`,
    );
    widget = element.querySelector<NoteTaker>('note-taker')!;
    const { flows, contextId } = await ready();
    await flows.bookSlot({ ubrn: '000049283317' as never }).actions.open();
    expect(calls).toMatchObject([{ contextId, params: { ubrn: '000049283317' } }]);
    expect(sent.filter(({ path }) => path.startsWith('/operations'))).toEqual([]);
  });
});

describe('another patient', () => {
  beforeEach(async () => {
    fakeProxy({ roles: [clinician] });
    await open();
    await ready();
  });

  it('hides the former one in the very task in which the host opens them', () => {
    void host.setContext({ ...launch, patient: colin });
    expect(widget.blanked).toBe(1);
    expect(element.shadowRoot?.querySelector('slot')?.hidden).toBe(true);
  });

  it('gives the widgets a new session when nothing was left unsent', async () => {
    const former = await ready();
    const replies = await host.setContext({ ...launch, patient: colin });
    expect(replies).toEqual([{ status: 'accepted' }]);
    await vi.waitFor(() =>
      expect(widget.seen).toMatchObject({ status: 'ready', patient: { nhsNumber: '9990348715' } }),
    );
    expect((await ready()).contextId).not.toBe(former.contextId);
  });

  it('waits for a decision when work was left unsent, and names both patients', async () => {
    widget.unsaved = true;
    const replies = await host.setContext({ ...launch, patient: colin });
    expect(replies).toEqual([{ status: 'conflict', reason: 'unsent-work' }]);
    await shows('A different patient’s record is open');
    expect(shown()).toContain('HARGREAVES');
    expect(shown()).toContain('ASHWORTH');
    expect(widget.seen?.status).toBe('waiting');
  });

  it('names what is left undone, as the widget said it before it was hidden', async () => {
    Object.assign(widget, { unsaved: true, undone: 'Letter missing: none is attached.' });
    await host.setContext({ ...launch, patient: colin });
    await shows('Letter missing: none is attached.');
    expect(shown()).not.toContain('unsent work');
    await host.setContext({ ...launch, patient: { ...colin } });
    await shows('Letter missing: none is attached.');
  });

  it('offers to go on where there is no draft, and speaks of none', async () => {
    Object.assign(widget, { unsaved: true, undone: 'Letter missing: none is attached.' });
    await host.setContext({ ...launch, patient: colin });
    await shows('Letter missing: none is attached.');
    // Asked of the widget once: it is blank by now.
    await host.setContext({ ...launch, patient: { ...colin } });
    await shows('Go on with ASHWORTH');
    expect(shown()).not.toMatch(/draft|Discard|Save/);
    await press('Go on with ASHWORTH');
    expect((await ready()).patient.nhsNumber).toBe('9990348715');
  });

  it('is opened once the draft is kept, or discarded', async () => {
    Object.assign(widget, { unsaved: true, draft: true });
    await host.setContext({ ...launch, patient: colin });
    await shows('A different patient’s record is open');
    await press('Save the draft');
    expect((await ready()).patient.nhsNumber).toBe('9990348715');
  });
});

describe('the end of a session', () => {
  beforeEach(async () => {
    fakeProxy({ roles: [clinician] });
    await open();
    await ready();
  });

  it('F18, P12: hides everything and says so when the smartcard is taken out', async () => {
    const locked = vi.fn();
    element.addEventListener('ers-session-locked', locked);
    host.endSession('card-removed');
    expect(widget.blanked).toBe(1);
    await shows('The smartcard was taken out');
    expect(shown()).not.toContain('HARGREAVES');
    expect(locked.mock.calls[0]?.[0].detail).toEqual({ why: 'card-removed' });
  });

  it('keeps the work on screen when only e-RS has ended it, and signs in again on request', async () => {
    const { flows } = await ready();
    await expect(flows.bookSlot({ ubrn: '000049283317' as never }).actions.open()).resolves.toBe(
      undefined,
    );
    await shows('Your e-RS session has ended');
    expect(widget.blanked).toBe(0);
    expect(widget.hasEnded).toBe(true);
    // The step below has one of its own.
    expect(element.shadowRoot?.querySelector('.ui-button--primary')).toBeNull();
    await press('Sign in again');
    await vi.waitFor(() => expect(shown()).not.toContain('Your e-RS session has ended'));
    expect((await ready()).flows).toBe(flows);
    expect(widget.signedInAgain).toBe(1);
    expect(widget.hasEnded).toBe(false);
  });

  it('tells the widgets nothing of a sign-in that failed, and keeps the focus on the way out', async () => {
    const { answers } = fakeProxy({ roles: [clinician] });
    const { flows } = await ready();
    await flows.bookSlot({ ubrn: '000049283317' as never }).actions.open();
    await shows('Your e-RS session has ended');
    answers['POST /session/redeem'] = () => new Response('{}', { status: 502 });
    await press('Sign in again');
    await shows('Correlation id');
    expect(widget.signedInAgain).toBe(0);
    expect(element.shadowRoot?.activeElement?.textContent).toContain('Sign in again');
  });
});

describe('what answers late', () => {
  /** An answer of the proxy that comes when the test says so. */
  function held(answer: () => Response): { give: () => void; answer: () => Promise<Response> } {
    let give = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      give = resolve;
    });
    return { give: () => give(), answer: () => waiting.then(answer) };
  }

  it('does not bring a patient back on screen after the smartcard was taken out', async () => {
    const { answers } = fakeProxy({ roles: [clinician] });
    const context = held(() => Response.json({}));
    answers['PUT /session/context'] = context.answer;
    await open();
    await shows('Opening the patient');
    host.endSession('card-removed');
    context.give();
    await shows('Locked');
    await new Promise(requestAnimationFrame);
    expect(shown()).toContain('Locked');
    expect(widget.seen?.status).toBe('waiting');
  });

  it('does not bring the former patient back when signing in again ends after a change', async () => {
    const { answers } = fakeProxy({ roles: [clinician] });
    await open();
    const { flows } = await ready();
    await flows.bookSlot({ ubrn: '000049283317' as never }).actions.open();
    await shows('Your e-RS session has ended');
    const redeem = answers['POST /session/redeem'];
    const signIn = held(() => redeem?.({}) as Response);
    answers['POST /session/redeem'] = signIn.answer;
    await press('Sign in again');
    void host.setContext({ ...launch, patient: colin });
    signIn.give();
    await vi.waitFor(() =>
      expect(widget.seen).toMatchObject({ status: 'ready', patient: { nhsNumber: '9990348715' } }),
    );
    expect(widget.signedInAgain).toBe(0);
    expect(shown()).not.toContain('Your e-RS session has ended');
  });

  it('goes on in nobody else’s session when another user logs in', async () => {
    fakeProxy({ roles: [clinician] });
    await open();
    await ready();
    void host.setContext({ ...launch, user: { id: '021600550531' } });
    expect(widget.blanked).toBeGreaterThan(0);
    await shows('name different users');
    expect(widget.seen?.status).toBe('waiting');
  });
});

describe('a session that cannot start', () => {
  it('says so where the record has a wrong NHS number', async () => {
    fakeProxy({ roles: [clinician] });
    host = createInPageHost({
      context: { ...launch, patient: { ...josephine, nhsNumber: '999 000 0000' } },
      launchTicket: async () => 'ticket-1',
    });
    element = await fixture<ErsSession>(
      html`<ers-session
        .config=${{ schema: '1', proxyBase: '/proxy' }}
        .host=${host}
      ></ers-session>`,
    );
    await shows('the NHS number in this record is not a real one');
  });

  it('says so where the configuration asserts another dialect than the proxy speaks', async () => {
    fakeProxy({ dialect: 'api-platform' });
    await open({ dialect: 'hscn' });
    await vi.waitFor(() =>
      expect(element.shadowRoot?.querySelector('.ui-message--error')).not.toBe(null),
    );
    expect(widget.seen?.status).toBe('waiting');
  });

  it('names the place in the configuration that is wrong', async () => {
    fakeProxy();
    await open({ storage: 'cloud' });
    await shows('storage');
  });

  it('says so when the proxy cannot be reached, and connects again on request', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('down')));
    await open();
    await vi.waitFor(() =>
      expect(element.shadowRoot?.querySelector('.ui-message--error')).not.toBe(null),
    );
    fakeProxy({ roles: [clinician] });
    await press('Connect again');
    await ready();
  });
});

describe.each(Object.entries(fixtureSet.fixtures))('the session, %s,', (_name, content) => {
  it('has no fault that axe can find', async () => {
    fixtureSet.define?.();
    await expectThat(await showFixture(content())).to.be.accessible();
  });

  it('fits 320 pixels', async () => {
    fixtureSet.define?.();
    const frame = await showFixture(content(), 320);
    expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
  });
});
