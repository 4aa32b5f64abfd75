import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionEnd } from '../../src/host/host-adapter.ts';
import { keptRecords } from './launch-records.ts';
import type { SmartBrowser } from './smart-browser.ts';
import { createSmartHost, type SmartHost } from './smart-host.ts';

const BASE = 'https://ehr.example.nhs.uk/fhir';
const NOW = Date.parse('2026-10-16T09:10:00Z');
const CLIENT = 'e-referral';
const smart = { issAllow: [BASE], clientId: CLIENT, scope: 'launch openid fhirUser' };
const ID = 'https://fhir.nhs.uk/Id';

const claims = (more = {}) =>
  `h.${btoa(JSON.stringify({ aud: CLIENT, exp: NOW / 1000 + 60, fhirUser: 'Practitioner/d1', ...more }))}.s`;

const RESOURCES: Record<string, unknown> = {
  'Patient/p1': {
    resourceType: 'Patient',
    id: 'p1',
    birthDate: '1968-03-14',
    identifier: [{ system: `${ID}/nhs-number`, value: '9990123454' }],
  },
  'Practitioner/d1': {
    resourceType: 'Practitioner',
    id: 'd1',
    identifier: [{ system: `${ID}/sds-user-id`, value: '021600550204' }],
  },
};

// Tests run in a frame.
const RECORD = { clientId: CLIENT, tokenUri: `${BASE}/token`, completeInTarget: true };

let asked: string[];
let shown: string[];

/** A browser on the page that the sign-in returns to, where the code was changed already. */
function browserWith(query: string): SmartBrowser {
  return {
    address: () => new URL(`https://app.example.nhs.uk/?${query}`),
    showAddress: (address) => shown.push(address.href),
    go: () => undefined,
    sessionStorage: () => sessionStorage,
    now: () => NOW,
    fetch: async (input) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push(url);
      const resource = RESOURCES[url.slice(BASE.length + 1)];
      return resource ? Response.json(resource) : new Response('', { status: 404 });
    },
  };
}

async function launched(response: Record<string, unknown> = {}): Promise<SmartHost> {
  const tokenResponse = {
    access_token: 'secret',
    patient: 'p1',
    id_token: claims(),
    ...response,
  };
  const record = { ...RECORD, serverUrl: BASE, tokenResponse };
  await keptRecords(sessionStorage, () => NOW).set('state-1', record);
  return createSmartHost({
    smart,
    organisation: { odsCode: 'Y99001' },
    launchTicket: async () => 'ticket',
    browser: browserWith('state=state-1&code=c'),
  });
}

const signal = new AbortController().signal;
const reason = (why: string) => ({ name: 'HostError', reason: why });

beforeEach(() => {
  asked = [];
  shown = [];
});
afterEach(() => sessionStorage.clear());

describe('a record system that launched the page', () => {
  it('gives patient, user and organisation, and the ticket of the deployer’s own server', async () => {
    const session = await (await launched()).connect({ signal });
    expect(session.getContext()).toMatchObject({
      patient: { nhsNumber: '9990123454', birthDate: '1968-03-14' },
      user: { id: '021600550204' },
      organisation: { odsCode: 'Y99001' },
      needPatientBanner: true,
      seq: 1,
    });
    expect(await session.launchTicket?.()).toBe('ticket');
    expect(shown).toEqual(['https://app.example.nhs.uk/']);
  });

  it('passes on hints that it knows, and leaves out what is not of their form', async () => {
    const known = await launched({ intent: 'slot-pick', tenant: 'north', encounter: 'e1' });
    expect(known.launch).toMatchObject({ intent: 'slot-pick', tenant: 'north', encounterId: 'e1' });
    const unknown = await launched({
      intent: 'delete-everything',
      encounter: '../x',
      appContext: 'x'.repeat(4001),
      need_patient_banner: false,
    });
    expect(unknown.launch).toEqual({ needPatientBanner: false });
  });

  it.each([
    ['no patient', { patient: undefined }, 'no-patient'],
    ['a patient that is no id', { patient: '../Practitioner/d1' }, 'no-patient'],
    ['a patient that it does not give', { patient: 'p2' }, 'no-patient'],
    ['no user', { id_token: undefined }, 'no-user'],
    ['a user for another app', { id_token: claims({ aud: 'other' }) }, 'no-user'],
    ['a user of a time past', { id_token: claims({ exp: NOW / 1000 - 1 }) }, 'no-user'],
    [
      'a user of another server',
      { id_token: claims({ fhirUser: 'https://evil.example/Practitioner/d1' }) },
      'no-user',
    ],
  ])('is refused where it gives %s', async (_what, response, why) => {
    await expect(launched(response)).rejects.toMatchObject(reason(why));
    expect(asked.filter((url) => !url.startsWith(BASE))).toEqual([]);
  });

  it('is asked nothing more once the widgets have left, and is opened by another launch alone', async () => {
    const host = await launched();
    const session = await host.connect({ signal });
    session.disconnect();
    const before = asked.length;
    const filing = { ubrn: '000000070000', title: 'Note', content: 'x' };
    expect(await host.fileInRecord(filing)).toEqual({ status: 'rejected' });
    expect(asked).toHaveLength(before);
    await expect(host.connect({ signal })).rejects.toMatchObject({ code: 'session-ended' });
  });

  it('keeps its token while another part of the page is connected', async () => {
    const host = await launched();
    const [one] = [await host.connect({ signal }), await host.connect({ signal })];
    one.disconnect();
    one.disconnect();
    await host.fileInRecord({ ubrn: '000000070000', title: 'Note', content: 'x' });
    expect(asked.at(-1)).toBe(`${BASE}/DocumentReference`);
  });

  it('tells nothing more to a part of the page that has left, and the end to one that has not', async () => {
    const host = await launched();
    const [gone, here] = [await host.connect({ signal }), await host.connect({ signal })];
    const heard: string[] = [];
    gone.onSessionEnd(() => heard.push('gone'));
    here.onSessionEnd(() => heard.push('here'));
    gone.disconnect();
    host.end('logout');
    expect(heard).toEqual(['here']);
  });

  it('locks the widgets when the page ends it, and when the page comes back from memory', async () => {
    const ended: SessionEnd[] = [];
    const listen = async (host: SmartHost) =>
      (await host.connect({ signal })).onSessionEnd((why) => ended.push(why));
    const host = await launched();
    await listen(host);
    host.end('logout');
    expect(ended).toEqual(['logout']);
    await listen(await launched());
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(ended).toEqual(['logout']);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(ended).toEqual(['logout', 'disconnected']);
  });
});

describe('the page that the sign-in returns to', () => {
  const opened = (query: string) =>
    createSmartHost({
      smart,
      organisation: { odsCode: 'Y99001' },
      launchTicket: '/ticket',
      browser: browserWith(query),
    });

  it('takes the code out of the address also where the launch fails', async () => {
    await expect(opened('state=other&code=c')).rejects.toMatchObject(reason('used-up'));
    expect(shown).toEqual(['https://app.example.nhs.uk/']);
  });

  it('tells a refusal of the record system from a page that was loaded again', async () => {
    await expect(opened('error=access_denied&state=s')).rejects.toMatchObject(reason('refused'));
    await expect(opened('')).rejects.toMatchObject(reason('loaded-again'));
    await expect(opened('code=a&code=b&state=s')).rejects.toMatchObject(reason('not-launched'));
  });

  it('takes no launch by a server that is not on the list any more', async () => {
    const record = {
      ...RECORD,
      serverUrl: 'https://former.example/fhir',
      tokenResponse: { access_token: 'secret', patient: 'p1' },
    };
    await keptRecords(sessionStorage, () => NOW).set('state-1', record);
    await expect(opened('state=state-1&code=c')).rejects.toMatchObject(reason('other-server'));
    expect(asked).toEqual([]);
  });
});
