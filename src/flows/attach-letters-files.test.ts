import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../domain/letter.ts';
import type { WriteResult } from '../domain/problem.ts';
import type { UploadOptions } from '../ers/verbs/verbs.ts';
import type { HostDocument } from '../host/host-adapter.ts';
import { fileId, pdf, started, states } from './testing/fake-letters.ts';
import {
  done,
  fakePorts,
  pending,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import { letter, problem } from './testing/fake-records.ts';

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

  it('F26: that turn out empty are refused before they leave', async () => {
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
