import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createInPageHost } from '../../host-adapters/in-page/in-page-host.ts';
import { defineOnce } from '../../src/ui/define.ts';
import { defineSession } from './define.ts';
import { launch, NoteTaker, proxyEnd } from './session-scene.ts';
import type { ErsSession } from './session.ts';

const BRANDT = '555032000101';
const provider = {
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
  organisation: { odsCode: 'Y99001', name: 'Northmoor General Hospital' },
};

let element: ErsSession;
let widget: NoteTaker;

beforeEach(() => {
  defineSession();
  defineOnce('note-taker', NoteTaker);
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const shown = (): string => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
const shows = (words: string): Promise<unknown> =>
  vi.waitFor(() => expect(shown()).toContain(words));
const isReady = (): Promise<unknown> => vi.waitFor(() => expect(widget.seen?.status).toBe('ready'));

function practitioners(...ids: string[]): Response {
  const entry = ids.map((value) => ({
    resource: { resourceType: 'Practitioner', id: value, identifier: { value } },
  }));
  const body = { resourceType: 'Bundle', type: 'searchset', total: ids.length, entry };
  return Response.json(body, { headers: { 'content-type': 'application/fhir+json' } });
}

interface Surroundings {
  onBehalfOf?: { sdsUserId: string };
  listed?: Response;
}

async function open(
  dialect: 'hscn' | 'api-platform',
  { onBehalfOf, listed = practitioners(BRANDT, '555032000102') }: Surroundings = {},
) {
  const proxy = proxyEnd({ roles: [provider], dialect });
  proxy.answers['POST /operations'] = () => listed;
  vi.stubGlobal('fetch', proxy.answer);
  const host = createInPageHost({
    context: { ...launch, onBehalfOf },
    launchTicket: async () => 'ticket-1',
    resolvePractitioners: async () => new Map([[BRANDT, 'BRANDT, Lena (Dr)']]),
  });
  element = await fixture<ErsSession>(
    html`<ers-session .config=${{ schema: '1', proxyBase: '/proxy' }} .host=${host}
      ><note-taker></note-taker
    ></ers-session>`,
  );
  widget = element.querySelector<NoteTaker>('note-taker')!;
  return proxy;
}

const press = (label: string): Promise<void> => {
  const buttons = [...element.shadowRoot!.querySelectorAll('button')];
  return userEvent.click(buttons.find((button) => button.textContent.includes(label))!);
};

describe('an admin of a provider, over the API platform', () => {
  it('chooses the clinician to act for, of those whom e-RS lists, before anything is opened', async () => {
    const { sent, answers } = await open('api-platform');
    answers['PUT /session/role'] = ({ onBehalfOf, ...role }) =>
      Response.json({
        user: { sdsUserId: launch.user.id, name: 'FENWICK, Ruth (Dr)' },
        roles: [provider],
        role,
        onBehalfOf,
        dialect: 'api-platform',
        environment: 'training',
        csrf: 'csrf-1',
      });
    await shows('For which clinician are you acting?');
    expect(shown()).toContain('User 555032000102');
    await press('Continue');
    await shows('Select a clinician');
    expect(sent.map(({ path }) => path)).not.toContain('/session/context');
    const radios = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]')];
    expect(radios.map(({ checked }) => checked)).toEqual([false, false]);
    await userEvent.click(radios[1]!);
    await press('Continue');
    await isReady();
    expect(sent.findLast(({ path }) => path === '/session/role')?.body).toMatchObject({
      businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
      onBehalfOf: BRANDT,
    });
    expect(shown()).toContain('Acting for BRANDT, Lena (Dr)');
  });

  it('is told where e-RS lists nobody, and can ask again', async () => {
    const { answers } = await open('api-platform', { listed: practitioners() });
    await shows('e-RS names no clinician whom you may act for');
    answers['POST /operations'] = () => practitioners(BRANDT);
    await press('Ask e-RS again');
    await shows('For which clinician are you acting?');
  });

  it('sees an error, not an empty list, where e-RS does not answer with one', async () => {
    await open('api-platform', { listed: Response.json({}, { status: 403 }) });
    await shows('Ask e-RS again');
    expect(shown()).not.toContain('names no clinician');
    expect(element.shadowRoot?.querySelector('.ui-message--error')).not.toBe(null);
  });
});

describe('an admin of a provider, over HSCN', () => {
  it('is not asked, as e-RS can neither list nor be told; the host’s clinician and why are said', async () => {
    const { sent } = await open('hscn', { onBehalfOf: { sdsUserId: BRANDT } });
    await isReady();
    await shows(`Your clinical system says that you act for user ${BRANDT}.`);
    expect(shown()).toContain('Over this connection (HSCN) e-RS cannot be asked or told');
    expect(sent.map(({ path }) => path).filter((path) => path.startsWith('/operations'))).toEqual(
      [],
    );
  });

  it('is told where the host does not say for whom', async () => {
    await open('hscn');
    await isReady();
    await shows('Your clinical system does not say for whom you act.');
  });
});
