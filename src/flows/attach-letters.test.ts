import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../domain/letter.ts';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { LetterSet, UploadOptions } from '../ers/client.ts';
import type { HostDocument } from '../host/host-adapter.ts';
import { createAttachLetters, type FollowingAttachLetters } from './attach-letters.ts';
import {
  done,
  failing,
  fakePorts,
  linked,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './fake-ports.ts';
import { letter, problem, referral, UBRN, version } from './fake-records.ts';

function pdf(name: string, bytes = 4): File {
  return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
}

function started(facts: Partial<Referral> = {}, ports = fakePorts()) {
  return { ports, flow: createAttachLetters(ports, referral(facts)) };
}

function states(flow: FollowingAttachLetters): string[] {
  return flow.state.files.map(({ name, state }) => `${name} ${state.status}`);
}

function fileId(flow: FollowingAttachLetters, name: string): string {
  return flow.state.files.find((file) => file.name === name)?.id ?? '';
}

describe('letters: files that never leave', () => {
  const refused: [string, File, string][] = [
    ['too big', pdf('big.pdf', 5_242_881), 'file-too-big'],
    ['empty', pdf('empty.pdf', 0), 'file-empty'],
    ['of a type e-RS does not take', new File(['x'], 'clip.avi'), 'file-type-refused'],
    ['of a name that is taken', pdf('old.pdf'), 'duplicate-file-name'],
  ];

  it.each(refused)('one that is %s is refused at once', async (_name, file, reason) => {
    const { ports, flow } = started({ letters: [letter('Binary/1', { name: 'old.pdf' })] });
    await flow.actions.add([file]);
    expect(flow.state.files).toMatchObject([{ state: { status: 'refused', reason } }]);
    expect(ports.happened).toEqual([]);
  });

  it('a file of the provider keeps its name too, though it is not ours to replace', async () => {
    const theirs = letter('Binary/9', { name: 'reply.pdf', kind: 'PROVIDER' });
    const { flow } = started({ letters: [theirs] });
    expect(flow.state.letters).toEqual([]);
    await flow.actions.add([pdf('reply.pdf')]);
    expect(states(flow)).toEqual(['reply.pdf refused']);
  });

  it('the second of a name is uploaded under another', async () => {
    const { flow } = started();
    await flow.actions.add([pdf('letter.pdf'), pdf('letter.pdf')]);
    expect(states(flow)).toEqual(['letter.pdf uploaded', 'letter.pdf refused']);
    await flow.actions.rename(flow.state.files[1]?.id ?? '');
    expect(states(flow)).toEqual(['letter.pdf uploaded', 'letter (2).pdf uploaded']);
    expect(flow.state.files[1]?.state).toMatchObject({ url: 'Binary/letter (2).pdf' });
  });
});

describe('letters: uploading', () => {
  function held(ports: FakePorts) {
    const uploads: { name: string; options: UploadOptions; end: (url?: string) => void }[] = [];
    ports.answers.uploadFile = (_ubrn, file, options) => {
      const answer = pending<WriteResult<StoredFile>>();
      const end = (url = `Binary/${file.name}`): void => answer.answer(done({ url }));
      uploads.push({ name: file.name, options, end });
      options.signal?.addEventListener('abort', () =>
        answer.answer(unknown(problem('no-answer', { source: 'network' }))),
      );
      return answer.promise;
    };
    return uploads;
  }

  it('goes one after the other, with progress, and with an intent for each', async () => {
    const { ports, flow } = started();
    const uploads = held(ports);
    const adding = flow.actions.add([pdf('a.pdf'), pdf('b.pdf')]);
    await settle();
    await settle();
    expect(states(flow)).toEqual(['a.pdf uploading', 'b.pdf waiting']);
    uploads[0]?.options.onProgress?.(3, 4);
    expect(flow.state.files[0]?.state).toEqual({
      status: 'uploading',
      sentBytes: 3,
      totalBytes: 4,
    });
    uploads[0]?.end();
    await settle();
    await settle();
    expect(states(flow)).toEqual(['a.pdf uploaded', 'b.pdf uploading']);
    uploads[1]?.end();
    await adding;
    expect(ports.happened.slice(0, 3)).toEqual(['begin upload-file', 'uploadFile', 'settle done']);
  });

  it('can be stopped and tried again', async () => {
    const { ports, flow } = started();
    const uploads = held(ports);
    const adding = flow.actions.add([pdf('a.pdf'), pdf('b.pdf')]);
    await settle();
    await settle();
    flow.actions.stop(fileId(flow, 'b.pdf'));
    flow.actions.stop(fileId(flow, 'a.pdf'));
    await adding;
    expect(flow.state.files.map(({ state }) => state)).toEqual([
      { status: 'not-uploaded', problem: undefined },
      { status: 'not-uploaded' },
    ]);
    const again = flow.actions.retry(fileId(flow, 'a.pdf'));
    await settle();
    await settle();
    uploads[1]?.end('Binary/second');
    await again;
    expect(flow.state.files[0]?.state).toMatchObject({ status: 'uploaded', url: 'Binary/second' });
  });

  it('that was lost says so, keeps the file, and may be sent again (F27)', async () => {
    const { ports, flow } = started();
    ports.answers.uploadFile = async () => unknown(problem('no-answer', { source: 'network' }));
    await flow.actions.add([pdf('a.pdf')]);
    expect(flow.state.files[0]?.state).toMatchObject({
      status: 'not-uploaded',
      problem: { reason: 'no-answer' },
    });
    ports.answers.uploadFile = async () => done({ url: 'Binary/new' });
    await flow.actions.retry(fileId(flow, 'a.pdf'));
    expect(states(flow)).toEqual(['a.pdf uploaded']);
  });

  it('of a file that is left out is stopped, and its late end changes nothing', async () => {
    const { ports, flow } = started();
    const uploads = held(ports);
    const adding = flow.actions.add([pdf('a.pdf')]);
    await settle();
    await settle();
    flow.actions.leaveOut(fileId(flow, 'a.pdf'));
    expect(uploads[0]?.options.signal?.aborted).toBe(true);
    await adding;
    expect(flow.state.files).toEqual([]);
  });

  it('is given up when the flow is disposed, and the intent is settled', async () => {
    const { ports, flow } = started();
    const uploads = held(ports);
    const adding = flow.actions.add([pdf('a.pdf'), pdf('b.pdf')]);
    await settle();
    await settle();
    const before = flow.state;
    flow.dispose();
    await adding;
    expect(uploads).toHaveLength(1);
    expect(flow.state).toBe(before);
    expect(ports.happened.at(-1)).toBe('settle unknown');
  });
});

describe('letters: documents of the record', () => {
  function documents(read: HostDocument['read']) {
    const document = { id: 'd1', name: 'ecg.pdf', mediaType: 'application/pdf', size: 4, read };
    return fakePorts({ lookUps: { listDocuments: async () => [document] } });
  }

  it('are not offered by a host without them', () => {
    expect(started().flow.state.documents).toBe('not-offered');
  });

  it('are fetched when chosen, and uploaded', async () => {
    const { flow } = started(
      {},
      documents(async () => new Blob(['%PDF'])),
    );
    expect(flow.state.documents).toBe('loading');
    await settle();
    await flow.actions.addDocument('d1');
    expect(flow.state.files).toMatchObject([
      { name: 'ecg.pdf', source: 'record', state: { status: 'uploaded' } },
    ]);
  });

  it('that the host fails to give are not uploaded, and can be asked for again', async () => {
    let works = false;
    const { ports, flow } = started(
      {},
      documents(() =>
        works ? Promise.resolve(new Blob(['x'])) : Promise.reject(new Error('down')),
      ),
    );
    await settle();
    await flow.actions.addDocument('d1');
    expect(flow.state.files).toMatchObject([
      { state: { status: 'not-uploaded', problem: { reason: 'host-failed' } } },
    ]);
    expect(timesAsked(ports, 'uploadFile')).toBe(0);
    works = true;
    await flow.actions.retry(fileId(flow, 'ecg.pdf'));
    expect(states(flow)).toEqual(['ecg.pdf uploaded']);
  });

  it('that turn out empty are refused before they leave', async () => {
    const { ports, flow } = started(
      {},
      documents(async () => new Blob([])),
    );
    await settle();
    await flow.actions.addDocument('d1');
    expect(flow.state.files).toMatchObject([
      { state: { status: 'refused', reason: 'file-empty' } },
    ]);
    expect(timesAsked(ports, 'uploadFile')).toBe(0);
  });

  it('that the host cannot list are said to have failed', async () => {
    const lookUps = { listDocuments: () => Promise.reject(new Error('down')) };
    const { flow } = started({}, fakePorts({ lookUps }));
    await settle();
    expect(flow.state.documents).toBe('failed');
  });
});

describe('letters: attaching', () => {
  const OLD = letter('Binary/1', { name: 'old.pdf', description: 'First letter' });

  it('sends everything kept and uploaded as one set, at the version read last', async () => {
    const { ports, flow } = started({ letters: [OLD, letter('Binary/2')] });
    let sent: LetterSet | undefined;
    ports.answers.maintainReferralLetters = async (set) => {
      sent = set;
      return done(linked(set.letters.map(({ url }) => url)));
    };
    await flow.actions.add([pdf('new.pdf')]);
    flow.actions.keep('Binary/2', false);
    await flow.actions.attach();
    const now = ports.clock.now();
    expect(sent).toEqual({
      ubrn: UBRN,
      version: version(3),
      letters: [
        { url: 'Binary/1', description: 'First letter', indexed: now },
        { url: 'Binary/new.pdf', indexed: now },
      ],
    });
    expect(flow.state).toMatchObject({
      phase: { status: 'attached' },
      files: [],
      referral: { version: version(6) },
      letters: [{ keep: true }, { keep: true }],
    });
    expect(ports.happened.slice(-3)).toEqual([
      'begin attach-letters',
      'maintainReferralLetters',
      'settle done',
    ]);
  });

  it('leaves on the list what was not uploaded', async () => {
    const { flow } = started();
    await flow.actions.add([pdf('new.pdf'), pdf('empty.pdf', 0)]);
    await flow.actions.attach();
    expect(flow.state.phase.status).toBe('attached');
    expect(states(flow)).toEqual(['empty.pdf refused']);
  });

  it('waits for uploads on their way', async () => {
    const { ports, flow } = started();
    ports.answers.uploadFile = () => pending<never>().promise;
    void flow.actions.add([pdf('new.pdf')]);
    await flow.actions.attach();
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(0);
  });

  it('refuses a set without changes and an empty one, before anything is sent', async () => {
    const { ports, flow } = started({ letters: [OLD] });
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({ problem: { reason: 'no-changes', source: 'local' } });
    flow.actions.keep('Binary/1', false);
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({ problem: { reason: 'field-required' } });
    expect(ports.happened).toEqual([]);
  });

  it('is sent once, and the set does not change meanwhile', async () => {
    const { ports, flow } = started({ letters: [OLD] });
    const answer = pending<WriteResult<Referral>>();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = () => answer.promise;
    const presses = [flow.actions.attach(), flow.actions.attach(), flow.actions.attach()];
    await settle();
    await settle();
    flow.actions.keep('Binary/1', false);
    await flow.actions.add([pdf('late.pdf')]);
    expect(flow.state.letters).toMatchObject([{ keep: true }]);
    expect(states(flow)).toEqual(['new.pdf uploaded']);
    answer.answer(done(linked(['Binary/1', 'Binary/new.pdf'])));
    await Promise.all(presses);
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(1);
  });

  it('refused for another reason: says it, keeps everything', async () => {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = async () => notDone(problem('locked'));
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({ status: 'refused', problem: { reason: 'locked' } });
    expect(states(flow)).toEqual(['new.pdf uploaded']);
  });
});

describe('letters: the referral has changed meanwhile (F28)', () => {
  async function conflict(now: Referral) {
    const { ports, flow } = started({ letters: [letter('Binary/1'), letter('Binary/2')] });
    await flow.actions.add([pdf('new.pdf')]);
    flow.actions.keep('Binary/2', false);
    ports.answers.maintainReferralLetters = async () => notDone(problem('referral-changed'));
    ports.answers.retrieveReferral = async () => now;
    await flow.actions.attach();
    return { ports, flow };
  }

  it('shows before and now, keeps what was unticked and uploaded, and what others added', async () => {
    const { ports, flow } = await conflict(linked(['Binary/1', 'Binary/2', 'Binary/3']));
    expect(flow.state.phase).toMatchObject({
      status: 'changed',
      before: [{ url: 'Binary/1' }, { url: 'Binary/2' }],
      now: [{ url: 'Binary/1' }, { url: 'Binary/2' }, { url: 'Binary/3' }],
    });
    expect(states(flow)).toEqual(['new.pdf uploaded']);
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(1);

    let sent: LetterSet | undefined;
    ports.answers.maintainReferralLetters = async (set) => {
      sent = set;
      return done(linked(set.letters.map(({ url }) => url)));
    };
    await flow.actions.attach();
    expect(sent?.version).toBe(version(6));
    expect(sent?.letters.map(({ url }) => url)).toEqual(['Binary/1', 'Binary/3', 'Binary/new.pdf']);
  });

  it('is attached when the reading shows exactly our set', async () => {
    const { flow } = await conflict(linked(['Binary/1', 'Binary/new.pdf']));
    expect(flow.state.phase.status).toBe('attached');
  });

  it('stays a refusal when it cannot be read', async () => {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = async () => notDone(problem('referral-changed'));
    ports.answers.retrieveReferral = failing(problem('ers-failed'));
    await flow.actions.attach();
    expect(flow.state.phase).toMatchObject({
      status: 'refused',
      problem: { reason: 'referral-changed' },
    });
  });
});

describe('letters: no answer', () => {
  async function lost(reread: () => Promise<Referral>) {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = async () => unknown(problem('no-answer'));
    ports.answers.retrieveReferral = reread;
    await flow.actions.attach();
    return { ports, flow };
  }

  it('is attached when a reading shows the files linked', async () => {
    const { ports, flow } = await lost(async () => linked(['Binary/new.pdf']));
    expect(flow.state.phase.status).toBe('attached');
    expect(await ports.intents()).toEqual([]);
  });

  it('stays unknown when nothing has changed, and only then may be sent again', async () => {
    const { ports, flow } = await lost(async () => referral());
    expect(flow.state.phase).toMatchObject({
      status: 'unknown',
      rereadAt: ports.clock.now(),
    });
    expect(await ports.intents()).toMatchObject([{ action: 'attach-letters', state: 'unknown' }]);
    await flow.actions.attach();
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(2);
  });

  it('offers nothing while it cannot be read, and reads again when asked', async () => {
    const { ports, flow } = await lost(failing(problem('ers-failed')));
    expect(flow.state.phase).toMatchObject({ status: 'unknown' });
    await flow.actions.attach();
    await flow.actions.add([pdf('late.pdf')]);
    expect(timesAsked(ports, 'maintainReferralLetters')).toBe(1);
    expect(states(flow)).toEqual(['new.pdf uploaded']);
    ports.answers.retrieveReferral = async () => linked(['Binary/new.pdf']);
    await flow.actions.reread();
    expect(flow.state.phase.status).toBe('attached');
  });

  it('shows a newer version as a change', async () => {
    const { ports, flow } = await lost(async () => linked(['Binary/7']));
    expect(flow.state.phase).toMatchObject({ status: 'changed', now: [{ url: 'Binary/7' }] });
    expect(await ports.intents()).toEqual([]);
    ports.answers.retrieveReferral = async () => linked(['Binary/7', 'Binary/8']);
    await flow.actions.reread();
    expect(flow.state.letters).toHaveLength(2);
  });
});

describe('letters: a newer reading from elsewhere', () => {
  it('is taken, with what was unticked', () => {
    const { flow } = started({ letters: [letter('Binary/1')] });
    flow.actions.keep('Binary/1', false);
    flow.follow(linked(['Binary/1', 'Binary/2']));
    expect(flow.state).toMatchObject({
      referral: { version: version(6) },
      letters: [{ keep: false }, { keep: true }],
    });
  });

  it('does not change a set that is on its way', async () => {
    const { ports, flow } = started();
    await flow.actions.add([pdf('new.pdf')]);
    ports.answers.maintainReferralLetters = () => pending<never>().promise;
    void flow.actions.attach();
    flow.follow(linked(['Binary/2']));
    expect(flow.state.letters).toEqual([]);
  });
});
