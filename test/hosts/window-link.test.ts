import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FRAME_METHODS,
  HOST_METHODS,
  type Answers,
  type HostMethods,
} from '../../host-adapters/window/method-map.ts';
import { createPortLink, type Epoch, type PortLink } from '../../host-adapters/window/port-link.ts';
import { HostError } from '../../src/host/host-adapter.ts';
import { settled } from './fake-windows.ts';

const NONCE = 'nonce-of-this-link';

let port1: MessagePort;
let port2: MessagePort;
let answers: Answers<HostMethods>;
let hostEpoch: Epoch;
let frameEpoch: Epoch;
let ends: string[];
let host: PortLink<typeof FRAME_METHODS>;

beforeEach(() => {
  ({ port1, port2 } = new MessageChannel());
  answers = {} as Answers<HostMethods>;
  hostEpoch = { contextId: 'one', seq: 1 };
  frameEpoch = hostEpoch;
  ends = [];
  host = createPortLink({
    port: port1,
    nonce: NONCE,
    ours: HOST_METHODS,
    answers,
    theirs: FRAME_METHODS,
    epoch: () => hostEpoch,
    admits: ({ contextId, seq }) => contextId === hostEpoch.contextId && seq === hostEpoch.seq,
    onEnd: noting('host'),
  });
});

afterEach(() => {
  vi.useRealTimers();
  port1.close();
  port2.close();
});

/** In the list of this test: ports of an earlier one may tell of their end late. */
function noting(side: string): (how: string) => void {
  const mine = ends;
  return (how) => mine.push(`${side} ${how}`);
}

function frame(nonce = NONCE): PortLink<HostMethods> {
  return createPortLink({
    port: port2,
    nonce,
    ours: FRAME_METHODS,
    answers: {} as Answers<typeof FRAME_METHODS>,
    theirs: HOST_METHODS,
    epoch: () => frameEpoch,
    admits: () => true,
    onEnd: noting('frame'),
  });
}

describe('a call over the port', () => {
  it('has its answer built anew from the fields that are known', async () => {
    answers.findOrganisations = async () => [{ odsCode: 'XN1', name: 'Northmoor', secret: 1 }];
    expect(await frame().call('findOrganisations', 'north')).toEqual([
      { odsCode: 'XN1', name: 'Northmoor' },
    ]);
  });

  it('is refused where the answer is none of its method', async () => {
    answers.isDeceased = async () => 'no';
    await expect(frame().call('isDeceased', '9990123454' as never)).rejects.toMatchObject({
      code: 'call-refused',
    });
  });

  it('brings bytes as a Blob', async () => {
    answers.readDocument = async () => new Blob(['%PDF-'], { type: 'application/pdf' });
    const bytes = await frame().call('readDocument', 'letter-1');
    expect([await bytes.text(), bytes.type]).toEqual(['%PDF-', 'application/pdf']);
  });

  const keyThat = (extractable: boolean) =>
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, extractable, ['encrypt']);

  it('brings the storage key as it is, and none that could be read out', async () => {
    const { call } = frame();
    answers.storageKey = () => keyThat(false);
    expect(await call('storageKey')).toMatchObject({ extractable: false, type: 'secret' });
    answers.storageKey = () => keyThat(true);
    await expect(call('storageKey')).rejects.toMatchObject({ code: 'call-refused' });
  });

  it('takes a draft as plain JSON alone', async () => {
    const kept: unknown[] = [];
    answers.saveDraft = async (_key, draft) => void kept.push(draft);
    const { call } = frame();
    const key = { userId: '021600550204', patient: '9990123454' as never, flow: 'refer-patient' };
    const savedAt = '2026-10-16T09:30:00.000Z' as never;
    await call('saveDraft', key, { savedAt, content: { words: ['chest'], none: undefined } });
    const unsafe: unknown[] = [new Date(), new Map(), JSON.parse('{"a":{"__proto__":{"b":1}}}')];
    for (const content of unsafe) {
      await expect(call('saveDraft', key, { savedAt, content })).rejects.toMatchObject({
        code: 'call-refused',
      });
    }
    expect(kept).toHaveLength(1);
  });

  it('rejects with the name and the code of what was thrown', async () => {
    answers.launchTicket = async () => {
      throw Object.assign(new TypeError('No server'), { code: 'E_SERVER' });
    };
    answers.openPatient = async () => {
      throw new HostError('unsupported', 'Not here');
    };
    const { call } = frame();
    await expect(call('launchTicket')).rejects.toMatchObject({
      name: 'TypeError',
      code: 'E_SERVER',
    });
    await expect(call('openPatient', '9990123454' as never)).rejects.toBeInstanceOf(HostError);
  });

  it('gives a look-up up after ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answers.findClinicalTerms = () => new Promise(() => {});
    const { call } = frame();
    const given = call('findClinicalTerms', 'chest').catch((error: unknown) => error);
    let ended: unknown;
    void given.then((error) => (ended = error));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ended).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(await given).toMatchObject({ code: 'no-answer' });
  });

  it('never hangs on a port that is closed, before or while it waits', async () => {
    answers.launchTicket = () => new Promise(() => {});
    const link = frame();
    const waiting = link.call('launchTicket');
    host.close();
    await expect(waiting).rejects.toMatchObject({ code: 'link-lost' });
    await expect(link.call('launchTicket')).rejects.toMatchObject({ code: 'link-lost' });
    await expect(host.call('beat')).rejects.toMatchObject({ code: 'link-lost' });
    expect(ends).toEqual(['frame released']);
  });

  it('tells of a port that went away without a word', async () => {
    const link = frame();
    port1.close();
    await settled();
    await expect(link.call('launchTicket')).rejects.toMatchObject({ code: 'link-lost' });
    expect(ends).toContain('frame lost');
  });

  it('still has its answer when the one who answers closes the port over it', async () => {
    answers.launchTicket = async () => {
      host.close();
      return 'ticket-1';
    };
    expect(await frame().call('launchTicket')).toBe('ticket-1');
  });
});

describe('a message that is not of now', () => {
  it('F33: a call of a context that has passed is refused', async () => {
    let asked = 0;
    answers.launchTicket = async () => `ticket-${(asked += 1)}`;
    const { call } = frame();
    hostEpoch = { contextId: 'two', seq: 2 };
    await expect(call('launchTicket')).rejects.toMatchObject({ code: 'context-passed' });
    frameEpoch = { contextId: 'one', seq: 2 };
    await expect(call('launchTicket')).rejects.toMatchObject({ code: 'context-passed' });
    expect(asked).toBe(0);
    frameEpoch = hostEpoch;
    expect(await call('launchTicket')).toBe('ticket-1');
  });

  it('F33: the news of a write that ends after the context has passed still comes', async () => {
    const told: unknown[] = [];
    answers.event = (name, detail) => void told.push([name, detail]);
    const { call } = frame();
    hostEpoch = { contextId: 'two', seq: 2 };
    await call('event', 'ers-referral-created', { ubrn: '000012345678' });
    expect(told).toEqual([['ers-referral-created', { ubrn: '000012345678' }]]);
  });

  it('F33, P18: a call of another handshake is not answered', async () => {
    let asked = 0;
    answers.launchTicket = async () => `ticket-${(asked += 1)}`;
    await expect(frame('another-nonce').call('launchTicket')).rejects.toMatchObject({
      code: 'call-refused',
    });
    expect(asked).toBe(0);
  });

  it('F33: a message that is sent again counts once', async () => {
    let asked = 0;
    answers.unsaved = () => void (asked += 1);
    const envelope = { link: NONCE, number: 7, contextId: 'one', seq: 1, arguments: [true] };
    const message = {
      id: 'a',
      type: 'APPLY',
      path: ['unsaved'],
      argumentList: [{ type: 'RAW', value: envelope }],
    };
    for (const id of ['a', 'a', 'b']) port2.postMessage({ ...message, id });
    const older = [{ type: 'RAW', value: { ...envelope, number: 6 } }];
    port2.postMessage({ ...message, id: 'c', argumentList: older });
    await settled();
    expect(asked).toBe(1);
  });
});
