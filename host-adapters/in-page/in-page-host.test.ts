import { describe, expect, it } from 'vitest';
import type { ContextChange } from '../../src/host/host-adapter.ts';
import { createInPageHost } from './in-page-host.ts';

const colin = { nhsNumber: '999 034 8715', birthDate: '1951-11-02' };
const josephine = { nhsNumber: '999 012 3454', birthDate: '1968-03-14' };
const desk = { user: { id: '021600550204' }, organisation: { odsCode: 'Y99001' } };

function host() {
  return createInPageHost({
    context: { ...desk, patient: josephine },
    launchTicket: async () => 'ticket',
  });
}

const signal = new AbortController().signal;

describe('a host in the same page', () => {
  it('tells of another patient in the very task in which the host opens them', async () => {
    const inPage = host();
    const session = await inPage.connect({ signal });
    const seen: ContextChange[] = [];
    session.onContextChange((change) => {
      seen.push(change);
      return { status: 'accepted' };
    });
    const replies = inPage.setContext({ ...desk, patient: colin });
    expect(seen.map(({ next }) => next?.patient?.nhsNumber)).toEqual(['9990348715']);
    expect(session.getContext().patient?.nhsNumber).toBe('9990348715');
    expect(await replies).toEqual([{ status: 'accepted' }]);
  });

  it('gives every context an id of its own and a higher number', async () => {
    const inPage = host();
    const session = await inPage.connect({ signal });
    const first = session.getContext();
    await inPage.setContext({ ...desk, patient: josephine });
    const second = session.getContext();
    expect(second.contextId).not.toBe(first.contextId);
    expect(second.seq).toBeGreaterThan(first.seq);
  });

  it('says what changed: patient, user or none open', async () => {
    const inPage = host();
    const session = await inPage.connect({ signal });
    const kinds: string[] = [];
    session.onContextChange(({ kind }) => {
      kinds.push(kind);
      return { status: 'accepted' };
    });
    await inPage.setContext({ ...desk, patient: colin });
    await inPage.setContext(desk);
    await inPage.setContext({ ...desk, user: { id: '021600550531' } });
    expect(kinds).toEqual(['patient-open', 'patient-close', 'user']);
  });

  it('refuses to connect once its session has ended', async () => {
    const inPage = host();
    inPage.endSession('card-removed');
    await expect(inPage.connect({ signal })).rejects.toMatchObject({ code: 'session-ended' });
  });

  it('tells nothing more after the widgets have disconnected', async () => {
    const inPage = host();
    const session = await inPage.connect({ signal });
    let told = 0;
    session.onContextChange(() => {
      told += 1;
      return { status: 'accepted' };
    });
    session.disconnect();
    await inPage.setContext({ ...desk, patient: colin });
    expect(told).toBe(0);
  });
});
