import { describe, expect, it } from 'vitest';
import { NOW, OTHER_PATIENT, PATIENT } from '../flows/testing/fake-records.ts';
import { createMemoryDrafts } from './memory-drafts.ts';
import type { DraftKey } from './ports.ts';

const KEY: DraftKey = { userId: '021600556514', patient: PATIENT.nhsNumber, flow: 'refer-patient' };

describe('drafts in memory', () => {
  it('give back the newest content to the same user and patient only', async () => {
    const drafts = createMemoryDrafts();
    await drafts.save(KEY, { savedAt: NOW, content: { text: 'first' } });
    await drafts.save(KEY, { savedAt: NOW, content: { text: 'second' } });
    expect(await drafts.load(KEY)).toEqual({ savedAt: NOW, content: { text: 'second' } });
    expect(await drafts.load({ ...KEY, patient: OTHER_PATIENT })).toBeUndefined();
    expect(await drafts.load({ ...KEY, userId: '021600556515' })).toBeUndefined();
    expect(await drafts.load({ ...KEY, flow: 'another' })).toBeUndefined();
  });

  it('are not changed by changing what was saved', async () => {
    const drafts = createMemoryDrafts();
    const content = { text: 'saved' };
    await drafts.save(KEY, { savedAt: NOW, content });
    content.text = 'changed';
    expect((await drafts.load(KEY))?.content).toEqual({ text: 'saved' });
  });

  it('are gone once discarded', async () => {
    const drafts = createMemoryDrafts();
    await drafts.save(KEY, { savedAt: NOW, content: {} });
    await drafts.discard(KEY);
    expect(await drafts.load(KEY)).toBeUndefined();
  });
});
