import { describe, expect, it } from 'vitest';
import { instantOf } from '../domain/instant.ts';
import type { LaunchContext } from './host-adapter.ts';
import { readLaunchContext } from './launch-context.ts';
import { watchLink, type LinkWatch } from './link-watch.ts';

function context(contextId: string): LaunchContext {
  const input = { user: { id: '021600550204' }, organisation: { odsCode: 'Y99001' } };
  return readLaunchContext(input, { contextId, seq: 1, issuedAt: instantOf(0) });
}

/** A host that answers when told to, and a screen that notes what is done to it. */
function scene(current = context('one')) {
  const done: string[] = [];
  const answers: { resolve(context: LaunchContext): void; reject(why: Error): void }[] = [];
  const watch: LinkWatch = watchLink({
    current: () => current,
    reread: () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
    freeze: () => done.push('freeze'),
    thaw: () => done.push('thaw'),
    changed: ({ contextId }) => done.push(`changed to ${contextId}`),
    lost: () => done.push('lost'),
  });
  return { done, answers, watch };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a link that may have missed something', () => {
  it('is frozen in the very task of the suspicion', () => {
    const { done, watch } = scene();
    watch.suspect();
    expect(done).toEqual(['freeze']);
  });

  it('is thawed when the host says that the same is open', async () => {
    const { done, answers, watch } = scene();
    watch.suspect();
    answers[0]?.resolve(context('one'));
    await settled();
    expect(done).toEqual(['freeze', 'thaw']);
  });

  it('F33: tells of another context before anything is in sight again', async () => {
    const { done, answers, watch } = scene();
    watch.suspect();
    answers[0]?.resolve(context('two'));
    await settled();
    expect(done).toEqual(['freeze', 'changed to two', 'thaw']);
  });

  it('stays frozen and is lost when nobody answers', async () => {
    const { done, answers, watch } = scene();
    watch.suspect();
    answers[0]?.reject(new Error('nobody'));
    await settled();
    expect(done).toEqual(['freeze', 'lost']);
  });

  it('asks once more for a suspicion that comes while the host is being asked', async () => {
    const { done, answers, watch } = scene();
    watch.suspect();
    watch.suspect();
    watch.suspect();
    answers[0]?.resolve(context('one'));
    await settled();
    expect(done).toEqual(['freeze']);
    answers[1]?.resolve(context('two'));
    await settled();
    expect(done).toEqual(['freeze', 'changed to two', 'thaw']);
    expect(answers).toHaveLength(2);
  });

  it('does nothing more once it was stopped', async () => {
    const { done, answers, watch } = scene();
    watch.suspect();
    watch.stop();
    answers[0]?.resolve(context('two'));
    await settled();
    watch.suspect();
    expect(done).toEqual(['freeze']);
  });
});
