import { describe, expect, it } from 'vitest';
import type { DeskRow } from '../domain/provider-desk.ts';
import type { ReviewRow } from '../domain/worklist.ts';
import type { WorklistSearch } from '../ers/verbs/listing.ts';
import { createProviderWorklist } from './provider-worklist.ts';
import { failing, fakePorts, pending, timesAsked } from './testing/fake-ports.ts';
import { NOW, problem } from './testing/fake-records.ts';
import { adviceRow, followUpRow, reviewRow, slotIssueRow, ubrnOf } from './testing/fake-rows.ts';

const PROVIDER = {
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
  organisation: { odsCode: 'RWX01' },
};

function started(overrides: Parameters<typeof fakePorts>[0] = {}) {
  const ports = fakePorts({ role: PROVIDER, ...overrides });
  ports.answers.retrieveWorklist = async () => [reviewRow(1), reviewRow(2)];
  return { ports, flow: createProviderWorklist(ports) };
}

async function loaded(overrides: Parameters<typeof fakePorts>[0] = {}) {
  const { ports, flow } = started(overrides);
  await flow.actions.load();
  return { ports, flow };
}

const shown = ({ state }: { state: { rows: readonly DeskRow[] } }): number[] =>
  state.rows.map(({ ubrn }) => Number(ubrn));

describe('loading a list', () => {
  it('asks nothing before it is told to, and then with the filter that was set', async () => {
    const { ports, flow } = started();
    expect(flow.state.load).toEqual({ status: 'not-asked' });
    let asked: WorklistSearch | undefined;
    ports.answers.retrieveWorklist = async (search) => {
      asked = search;
      return [reviewRow(1)];
    };
    flow.actions.changeFilter({ serviceId: '201', clinician: 'NOT_ASSIGNED' });
    flow.actions.changeFilter({ specialty: 'DERMATOLOGY', clinician: undefined });
    expect(timesAsked(ports, 'retrieveWorklist')).toBe(0);
    await flow.actions.load();
    expect(asked).toEqual({
      list: 'REFERRALS_FOR_REVIEW',
      serviceId: '201',
      specialty: 'DERMATOLOGY',
      clinician: undefined,
    });
    flow.actions.clearFilter();
    await flow.actions.load();
    expect(asked).toEqual({ list: 'REFERRALS_FOR_REVIEW' });
  });

  it('tells when it came, how many rows there are and how much they weigh', async () => {
    const { flow } = await loaded();
    expect(flow.state).toMatchObject({
      load: { status: 'loaded' },
      loaded: { at: NOW, rows: { length: 2 }, size: { isEstimate: true, level: 'normal' } },
      isStale: false,
    });
    expect(flow.state.loaded?.since).toBeUndefined();
  });

  it('reads advice as the same kind of list', async () => {
    const { ports, flow } = started();
    ports.answers.retrieveAdviceWorklist = async () => [adviceRow(3)];
    flow.actions.choose('ADVICE_AND_GUIDANCE_REQUESTS');
    await flow.actions.load();
    expect(flow.state.rows).toEqual([adviceRow(3)]);
  });

  it('says of a list that is empty that it was loaded', async () => {
    const { ports, flow } = started();
    ports.answers.retrieveWorklist = async () => [];
    await flow.actions.load();
    expect(flow.state).toMatchObject({ load: { status: 'loaded' }, loaded: { rows: [] } });
  });

  it('the newest asking counts, whichever answer comes first', async () => {
    const { ports, flow } = started();
    const first = pending<ReviewRow[]>();
    ports.answers.retrieveWorklist = () => first.promise;
    const loading = flow.actions.load();
    ports.answers.retrieveWorklist = async () => [reviewRow(7)];
    await flow.actions.load();
    first.answer([reviewRow(1)]);
    await loading;
    expect(shown(flow)).toEqual([7]);
  });
});

describe('P11: a list that does not load is never an empty one', () => {
  it('on the first load there are no rows, no total, and the failure', async () => {
    const { ports, flow } = started();
    ports.answers.retrieveWorklist = failing(problem('timed-out'));
    await flow.actions.load();
    expect(flow.state.load).toEqual({ status: 'failed', problem: problem('timed-out'), at: NOW });
    expect(flow.state.loaded).toBeUndefined();
    expect(flow.state.isStale).toBe(false);
  });

  it.each([500, 502, 503, 504, 403, 422])(
    'F12: after a load that came, %i leaves its rows with their time, and stale',
    async (httpStatus) => {
      const { ports, flow } = await loaded();
      await ports.clock.advance(60_000);
      ports.answers.retrieveWorklist = failing(problem('ers-failed', { httpStatus }));
      await flow.actions.load();
      expect(flow.state.load.status).toBe('failed');
      expect(flow.state).toMatchObject({ isStale: true, loaded: { at: NOW } });
      expect(shown(flow)).toEqual([1, 2]);
      ports.answers.retrieveWorklist = async () => [reviewRow(2)];
      await flow.actions.load();
      expect(flow.state.isStale).toBe(false);
      expect(shown(flow)).toEqual([2]);
    },
  );

  it('too large is a state of its own: 413 surely, a bare 502 likely', async () => {
    const { ports, flow } = started();
    const bare = problem('upstream-failed', { httpStatus: 502 });
    ports.answers.retrieveWorklist = failing(bare);
    await flow.actions.load();
    expect(flow.state.load).toMatchObject({ status: 'too-large', isCertain: false });
    ports.answers.retrieveWorklist = failing(problem('bad-request', { httpStatus: 413 }));
    await flow.actions.load();
    expect(flow.state.load).toMatchObject({ status: 'too-large', isCertain: true });
    expect(flow.state.loaded).toBeUndefined();
  });

  it('a 502 that has a code, or comes of the proxy, says nothing of size', async () => {
    const { ports, flow } = started();
    for (const facts of [{ ersCode: 'PAS_RESPONDED_WITH_ERROR' }, { source: 'proxy' as const }]) {
      ports.answers.retrieveWorklist = failing(
        problem('upstream-failed', { httpStatus: 502, ...facts }),
      );
      await flow.actions.load();
      expect(flow.state.load.status).toBe('failed');
    }
  });

  it('F17: a list refused for want of a session is loaded once it is there again', async () => {
    const { ports, flow } = await loaded();
    ports.answers.retrieveWorklist = failing(problem('session-ended', { httpStatus: 401 }));
    await flow.actions.load();
    ports.answers.retrieveWorklist = async () => [reviewRow(4)];
    flow.actions.signedInAgain();
    await ports.clock.advance(0);
    expect(shown(flow)).toEqual([4]);
    flow.actions.signedInAgain();
    expect(flow.state.load.status).toBe('loaded');
  });
});

describe('F24, P13: a load that is stopped', () => {
  it('leaves what was there as it was, whatever comes later', async () => {
    const { ports, flow } = await loaded();
    const late = pending<ReviewRow[]>();
    ports.answers.retrieveWorklist = () => late.promise;
    const loading = flow.actions.load();
    expect(flow.state.load.status).toBe('loading');
    expect(shown(flow)).toEqual([1, 2]);
    flow.actions.stop();
    late.answer([]);
    await loading;
    expect(flow.state).toMatchObject({ load: { status: 'stopped' }, isStale: false });
    expect(shown(flow)).toEqual([1, 2]);
    flow.actions.stop();
    expect(flow.state.load.status).toBe('stopped');
  });
});

describe('since the last load of the session', () => {
  it('tells what is new, changed and gone, against the same filter only', async () => {
    const { ports, flow } = await loaded();
    ports.answers.retrieveWorklist = async () => [
      reviewRow(2, { news: 'LETTER_CHANGED' }),
      reviewRow(3),
    ];
    flow.actions.changeFilter({ location: 'RWX' });
    await flow.actions.load();
    expect(flow.state.loaded?.since).toBeUndefined();
    flow.actions.clearFilter();
    await ports.clock.advance(60_000);
    await flow.actions.load();
    const { since } = flow.state.loaded ?? {};
    expect(since?.at).toBe(NOW);
    expect([...(since?.marks ?? [])]).toEqual([
      [ubrnOf(2), { kind: 'changed', what: ['news'] }],
      [ubrnOf(3), { kind: 'new' }],
    ]);
    expect(since?.gone).toEqual([reviewRow(1)]);
  });

  it('can be shown alone, and is seen by a press', async () => {
    const { ports, flow } = await loaded();
    ports.answers.retrieveWorklist = async () => [reviewRow(1), reviewRow(2), reviewRow(3)];
    await flow.actions.load();
    flow.actions.showOnlyNews(true);
    expect(shown(flow)).toEqual([3]);
    flow.actions.markAllSeen();
    expect(shown(flow)).toEqual([1, 2, 3]);
    expect(flow.state.loaded?.since?.marks.size).toBe(0);
    flow.actions.choose('APPOINTMENT_SLOT_ISSUES');
    flow.actions.choose('REFERRALS_FOR_REVIEW');
    expect(flow.state.loaded?.since?.marks.size).toBe(0);
  });
});

describe('finding, ordering and choosing a list', () => {
  it('is done with what is loaded, and asks e-RS nothing', async () => {
    const { ports, flow } = await loaded();
    flow.actions.sort([{ by: 'nhs-number', isDescending: true }]);
    expect(shown(flow)).toEqual([2, 1]);
    flow.actions.find(String(ubrnOf(1)));
    expect(shown(flow)).toEqual([1]);
    expect(flow.state.withoutName).toBe(1);
    flow.actions.find('');
    expect(shown(flow)).toEqual([2, 1]);
    expect(timesAsked(ports, 'retrieveWorklist')).toBe(1);
  });

  it('another list is not loaded by being looked at, and the former is there again as of its time', async () => {
    const { ports, flow } = await loaded();
    flow.actions.find('no such row');
    flow.actions.choose('APPOINTMENT_SLOT_ISSUES');
    expect(flow.state).toMatchObject({ load: { status: 'not-asked' }, rows: [], sought: '' });
    expect(flow.state.loaded).toBeUndefined();
    ports.answers.retrieveWorklist = async () => [slotIssueRow(5)];
    await flow.actions.load();
    expect(shown(flow)).toEqual([5]);
    flow.actions.choose('REFERRALS_FOR_REVIEW');
    expect(shown(flow)).toEqual([1, 2]);
    expect(flow.state.loaded?.at).toBe(NOW);
    expect(timesAsked(ports, 'retrieveWorklist')).toBe(2);
  });

  it('what was decided stays in its row until the next load', async () => {
    const { flow } = await loaded();
    flow.actions.finish(ubrnOf(1), 'accept-referral');
    expect(shown(flow)).toEqual([1, 2]);
    expect(flow.state.finished.get(ubrnOf(1))).toEqual({ action: 'accept-referral', at: NOW });
    await flow.actions.load();
    expect(flow.state.finished.size).toBe(0);
  });

  it('an administrator of a service sees lists and is told who can open what is in them', () => {
    const { flow } = started({
      role: { ...PROVIDER, businessFunction: 'SERVICE_PROVIDER_ADMIN' },
    });
    expect(flow.state.opening).toEqual({
      allowed: false,
      why: 'role',
      whoCan: {
        who: 'role',
        roles: ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'],
      },
    });
    expect(started().flow.state.opening).toEqual({ allowed: true });
  });

  it('a referrer has lists of their own, whole, as e-RS narrows none of them', async () => {
    const { ports, flow } = started({
      role: { ...PROVIDER, businessFunction: 'REFERRING_ADMIN' },
    });
    let asked: WorklistSearch | undefined;
    ports.answers.retrieveWorklist = async (search) => {
      asked = search;
      return [followUpRow(9)];
    };
    flow.actions.choose('AWAITING_BOOKING');
    flow.actions.changeFilter({ specialty: 'DERMATOLOGY' });
    await flow.actions.load();
    expect(asked).toEqual({ list: 'AWAITING_BOOKING' });
    expect(shown(flow)).toEqual([9]);
    expect(flow.state.opening).toMatchObject({
      allowed: false,
      whoCan: { roles: ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'] },
    });
  });

  it('shows nothing that arrives after it was left', async () => {
    const { ports, flow } = started();
    const late = pending<ReviewRow[]>();
    ports.answers.retrieveWorklist = () => late.promise;
    const loading = flow.actions.load();
    const before = flow.state;
    flow.dispose();
    late.answer([reviewRow(1)]);
    await loading;
    await flow.actions.load();
    expect(flow.state).toBe(before);
    expect(timesAsked(ports, 'retrieveWorklist')).toBe(1);
  });

  it('a list that was small a moment ago and ends in a bare 502 has failed, not grown', async () => {
    const { ports, flow } = await loaded();
    ports.answers.retrieveWorklist = failing(problem('upstream-failed', { httpStatus: 502 }));
    await flow.actions.load();
    expect(flow.state.load).toMatchObject({ status: 'failed', at: NOW });
  });
});
