import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInPageHost, type InPageHost } from '../../host-adapters/in-page/in-page-host.ts';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import { defineOnce } from '../../src/ui/define.ts';
import type { ListingSession, ReadySession, WidgetSession } from './context.ts';
import { defineSession } from './define.ts';
import { colin, josephine, launch, NoteTaker, proxyEnd } from './session-scene.ts';
import type { ErsSession } from './session.ts';

class ListTaker extends NoteTaker {
  readonly showsLists = true;
}

const organisation = { odsCode: 'XN1', name: 'Northside Trust' };
const provider = { businessFunction: 'SERVICE_PROVIDER_CLINICIAN', organisation };
const noPatient = { ...launch, patient: undefined, organisation };
const row = (patient: string, ubrn: string): DeskRow =>
  ({ list: 'REFERRALS_FOR_REVIEW', patient, ubrn }) as DeskRow;

let host: InPageHost;
let element: ErsSession;
let widget: NoteTaker;
let opened: string[];
let refuses: boolean;
let neverAnswers: boolean;

async function openLists(tag = html`<list-taker></list-taker>`): Promise<void> {
  vi.stubGlobal('fetch', proxyEnd({ roles: [provider], dialect: 'api-platform' }).answer);
  opened = [];
  refuses = false;
  neverAnswers = false;
  host = createInPageHost({
    context: noPatient,
    launchTicket: async () => 'ticket-1',
    async openPatient(nhsNumber) {
      if (refuses) throw new Error('The record is locked.');
      if (neverAnswers) await new Promise(() => undefined);
      opened.push(nhsNumber);
      const all = [josephine, colin];
      const patient = all.find((each) => each.nhsNumber.replaceAll(' ', '') === nhsNumber);
      await host.setContext({ ...noPatient, patient });
    },
    async closePatient() {
      await host.setContext(noPatient);
    },
  });
  element = await fixture<ErsSession>(
    html`<ers-session .config=${{ schema: '1', proxyBase: '/proxy' }} .host=${host}
      >${tag}</ers-session
    >`,
  );
  widget = element.querySelector<NoteTaker>('list-taker, note-taker')!;
}

async function seen<S extends WidgetSession['status']>(
  status: S,
): Promise<Extract<WidgetSession, { status: S }>> {
  return vi.waitFor(() => {
    if (widget.seen?.status !== status) throw new Error(`It is ${widget.seen?.status}`);
    return widget.seen as Extract<WidgetSession, { status: S }>;
  });
}

const listing = (): Promise<ListingSession> => seen('listing');
const ready = (): Promise<ReadySession> => seen('ready');
const shown = (): string => element.shadowRoot?.textContent ?? '';

beforeEach(() => {
  defineSession();
  defineOnce('note-taker', NoteTaker);
  defineOnce('list-taker', ListTaker);
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('lists of many patients', () => {
  it('are for a session with no patient open, and only where a widget shows them', async () => {
    await openLists();
    expect((await listing()).role).toEqual(provider);
    expect(shown()).not.toContain('No patient is open');
    element.remove();

    await openLists(html`<note-taker></note-taker>`);
    await vi.waitFor(() => expect(shown()).toContain('No patient is open'));
    expect(widget.seen?.status).toBe('waiting');
  });

  it('come when a widget for them is added later', async () => {
    await openLists(html`<note-taker></note-taker>`);
    await vi.waitFor(() => expect(shown()).toContain('No patient is open'));
    element.append(document.createElement('list-taker'));
    await listing();
  });

  it('are the same ones after a record was opened and closed', async () => {
    await openLists();
    const before = await listing();
    const flow = await before.worklist();
    await before.openRow?.(row('9990123454', '000049283317'));
    const record = await ready();
    expect(record.opened).toEqual({ ubrn: '000049283317', list: 'REFERRALS_FOR_REVIEW' });
    record.closeRecord?.();
    expect(await (await listing()).worklist()).toBe(flow);
  });

  it('open a row through the host, which opens its patient', async () => {
    await openLists();
    await (await listing()).openRow?.(row('9990348715', '000049283318'));
    expect((await ready()).patient.name?.family).toBe('Ashworth');
    expect(opened).toEqual(['9990348715']);
  });

  it('tell the widget when the host does not open the record, and stay', async () => {
    await openLists();
    refuses = true;
    const before = await listing();
    await expect(before.openRow?.(row('9990348715', '000049283318'))).rejects.toThrow('locked');
    expect(widget.seen).toBe(before);
  });

  it('open nothing with a patient whom the host opens of itself', async () => {
    await openLists();
    await listing();
    await host.setContext({ ...noPatient, patient: josephine });
    expect((await ready()).opened).toBeUndefined();
  });

  it('do not open the row that was wanted when the host opens somebody else', async () => {
    await openLists();
    neverAnswers = true;
    void (await listing()).openRow?.(row('9990348715', '000049283318'));
    await host.setContext({ ...noPatient, patient: josephine });
    expect((await ready()).opened).toBeUndefined();
    await host.setContext({ ...noPatient, patient: colin });
    await vi.waitFor(async () => expect((await ready()).patient.name?.family).toBe('Ashworth'));
    expect((await ready()).opened).toBeUndefined();
  });
});

describe('a record that was opened from a list', () => {
  it('goes on to the next one, of another patient or of the same', async () => {
    await openLists();
    const { openRow, worklist } = await listing();
    await worklist();
    await openRow?.(row('9990123454', '000049283317'));
    const first = await ready();
    first.list?.open(row('9990123454', '000049283319'));
    await vi.waitFor(async () => expect((await ready()).opened?.ubrn).toBe('000049283319'));
    expect((await ready()).contextId).toBe(first.contextId);
    (await ready()).list?.open(row('9990348715', '000049283318'));
    await vi.waitFor(async () => expect((await ready()).patient.name?.family).toBe('Ashworth'));
    expect((await ready()).opened?.ubrn).toBe('000049283318');
    expect(opened).toEqual(['9990123454', '9990348715']);
  });

  it('stays, and says so, when the host does not open the next one', async () => {
    await openLists();
    const { openRow, worklist } = await listing();
    await worklist();
    await openRow?.(row('9990123454', '000049283317'));
    const { list } = await ready();
    refuses = true;
    list?.open(row('9990348715', '000049283318'));
    await vi.waitFor(() => expect(shown()).toContain('did not open the record'));
    expect((await ready()).patient.name?.family).toBe('Hargreaves');
  });
});

describe('an e-RS session that ends while a list shows', () => {
  it('leaves the list, and is signed in again without a patient', async () => {
    await openLists();
    const before = await listing();
    const flow = await before.worklist();
    await flow.actions.load();
    await vi.waitFor(() => expect(shown()).toContain('Your e-RS session has ended'));
    const button = [...element.shadowRoot!.querySelectorAll('button')].find(({ textContent }) =>
      textContent?.includes('Sign in again'),
    );
    button?.click();
    await vi.waitFor(() => expect(widget.signedInAgain).toBe(1));
    expect(shown()).not.toContain('Your e-RS session has ended');
  });
});
