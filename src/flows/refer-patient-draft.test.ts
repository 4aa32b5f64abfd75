import { describe, expect, it } from 'vitest';
import { addMilliseconds, type Instant } from '../domain/instant.ts';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import { createReferPatient } from './refer-patient.ts';
import {
  done,
  failing,
  fakePorts,
  pending,
  settle,
  timesAsked,
  type FakePorts,
} from './testing/fake-ports.ts';
import { NOW, PATIENT, problem, referral, UBRN } from './testing/fake-records.ts';
import { checked, KEY, shortlisted, started } from './testing/fake-referring.ts';

/** By another page, as the proxy lists it. */
function madeBy(
  { journal }: FakePorts,
  { sentAt, serviceIds = ['101'] }: { sentAt: Instant; serviceIds?: string[] },
): Promise<void> {
  const { nhsNumber } = PATIENT;
  const about = { action: 'create-referral', contextId: 'c', patient: nhsNumber } as const;
  return journal.adopt(nhsNumber, [
    { ...about, id: 'i', sentAt, serviceIds, state: 'done', ubrn: UBRN },
  ]);
}

describe('referring a patient: the draft', () => {
  it('is kept at each change, without answers of e-RS', async () => {
    const { ports } = await checked();
    await settle();
    const draft = await ports.drafts.load(KEY);
    expect(draft).toMatchObject({
      savedAt: NOW,
      content: {
        draft: { specialty: 'CARDIOLOGY', priority: 'URGENT' },
        shortlist: ['101'],
        letterIntention: 'NEED_TO_ADD_LATER',
        reminderDays: '14',
      },
    });
    expect(JSON.stringify(draft)).not.toContain('Service 101');
  });

  it('is not made of nothing', async () => {
    const { ports, flow } = await started();
    await flow.find.actions.loadLists();
    flow.find.actions.change({ postcode: 'AB1 2CD' });
    flow.find.actions.change({ postcode: PATIENT.postcode ?? '' });
    await settle();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('is taken up when the patient is opened again, with facts read anew', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await settle();
    await settle();
    expect(next.state).toMatchObject({ step: 'find', resumed: { savedAt: NOW } });
    expect(next.find.state.draft).toMatchObject({ specialty: 'CARDIOLOGY', priority: 'URGENT' });
    expect(next.find.state.shortlist).toMatchObject([{ id: '101', name: 'Service 101' }]);
    expect(next.create.state).toMatchObject({
      letterIntention: 'NEED_TO_ADD_LATER',
      reminderDays: '14',
    });
    expect(timesAsked(ports, 'searchServices')).toBe(2);
  });

  it('F19: of which another page made a referral before it died is gone, and the referral opens', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    await madeBy(ports, { sentAt: NOW });
    const next = createReferPatient(ports);
    for (let times = 0; times < 6; times += 1) await settle();
    expect(next.state).toMatchObject({
      step: 'letters',
      opened: { status: 'open', referral: { ubrn: UBRN } },
      found: { ubrn: UBRN },
    });
    expect(next.find.state.shortlist).toEqual([]);
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('that is newer than the last referral made is taken up', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    await madeBy(ports, { sentAt: addMilliseconds(NOW, -601_000) });
    const next = createReferPatient(ports);
    for (let times = 0; times < 6; times += 1) await settle();
    expect(next.state).toMatchObject({ step: 'find', resumed: { savedAt: NOW } });
  });

  it('of other services than the last referral made is taken up, however soon it was begun', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    await madeBy(ports, { sentAt: NOW, serviceIds: ['102'] });
    const next = createReferPatient(ports);
    for (let times = 0; times < 6; times += 1) await settle();
    expect(next.state).toMatchObject({ step: 'find', resumed: { savedAt: NOW } });
  });

  it('keeps its shortlist while the services cannot be found again', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    ports.answers.searchServices = failing(problem('ers-failed'));
    createReferPatient(ports);
    await settle();
    await settle();
    expect((await ports.drafts.load(KEY))?.content).toMatchObject({ shortlist: ['101'] });
  });

  it('is not taken up over what was typed meanwhile', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    next.find.actions.change({ priority: 'ROUTINE' });
    await settle();
    expect(next.state.resumed).toBeUndefined();
    expect(next.find.state.draft.specialty).toBeUndefined();
    await settle();
    expect((await ports.drafts.load(KEY))?.content).toMatchObject({
      draft: { priority: 'ROUTINE' },
    });
  });

  it('can be discarded', async () => {
    const { ports, flow } = await checked();
    await settle();
    flow.dispose();
    const next = createReferPatient(ports);
    await settle();
    await next.actions.discardDraft();
    expect(next.state.resumed).toBeUndefined();
    expect(next.find.state.draft.specialty).toBeUndefined();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('is gone once the referral is created, also when nobody looks any more', async () => {
    const { ports, flow } = await checked();
    const answer = pending<WriteResult<Referral>>();
    ports.answers.createReferral = () => answer.promise;
    const creating = flow.create.actions.create();
    await settle();
    await settle();
    flow.dispose();
    expect(await ports.drafts.load(KEY)).toBeDefined();
    answer.answer(done(referral()));
    await creating;
    await settle();
    expect(await ports.drafts.load(KEY)).toBeUndefined();
  });

  it('says so when it cannot be kept', async () => {
    const drafts = { ...fakePorts().drafts, save: () => Promise.reject(new Error('full')) };
    const { flow } = await shortlisted(fakePorts({ drafts }));
    await settle();
    expect(flow.state.draftNotKept).toBe(true);
    expect(flow.find.state.shortlist).toHaveLength(1);
  });

  it('says so when an earlier one cannot be read', async () => {
    const drafts = { ...fakePorts().drafts, load: () => Promise.reject(new Error('silent')) };
    const { flow } = await started(fakePorts({ drafts }));
    expect(flow.state.draftNotKept).toBe(true);
  });

  it('that is not one is left alone', async () => {
    for (const content of [null, 'text', {}, { draft: 7 }]) {
      const ports = fakePorts();
      await ports.drafts.save(KEY, { savedAt: NOW, content });
      const { flow } = await started(ports);
      expect(flow.state.resumed).toBeUndefined();
    }
  });

  it('of another shape gives only what can be understood', async () => {
    const ports = fakePorts();
    const content = { draft: { findBy: 'magic', priority: 'NOW', specialty: 'CARDIOLOGY' } };
    await ports.drafts.save(KEY, { savedAt: NOW, content });
    const { flow } = await started(ports);
    expect(flow.find.state.draft).toMatchObject({ findBy: 'specialty', specialty: 'CARDIOLOGY' });
    expect(flow.find.state.draft.priority).toBeUndefined();
  });
});
