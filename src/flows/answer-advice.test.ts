import { describe, expect, it } from 'vitest';
import { EMPTY_ADVICE } from '../domain/advice-form.ts';
import type { Instant } from '../domain/instant.ts';
import { createAnswerAdvice } from './answer-advice-flow.ts';
import type { OpenedFrom } from './opened-from.ts';
import {
  adviceRequest,
  advicePorts,
  adviceVersion,
  filledAdvice,
  holdsAdvice,
  message,
  openedAdvice,
  QUESTION,
} from './testing/fake-advice.ts';
import { failing, fakePorts, pending, settle, timesAsked } from './testing/fake-ports.ts';
import {
  CLINICIAN,
  letter,
  OTHER_PATIENT,
  OTHER_UBRN,
  PATIENT,
  problem,
  UBRN,
} from './testing/fake-records.ts';
import { adviceRow } from './testing/fake-rows.ts';

describe('opening a request for advice', () => {
  it('reads the request, then the messages of just that version', async () => {
    const ports = advicePorts();
    holdsAdvice(ports, adviceRequest());
    const asked: object[] = [];
    ports.answers.retrieveAdviceConversation = async (what) => (asked.push(what), [QUESTION]);
    const flow = createAnswerAdvice(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(asked).toEqual([{ ubrn: UBRN, version: adviceVersion(5) }]);
    expect(flow.state).toMatchObject({
      phase: { status: 'reading' },
      request: adviceRequest(),
      messages: [QUESTION],
      form: EMPTY_ADVICE,
      act: 'answer-advice',
    });
  });

  it('moved in between, both are read once more', async () => {
    const ports = advicePorts();
    holdsAdvice(ports, adviceRequest());
    const answers = [failing(problem('referral-changed')), async () => [QUESTION]];
    ports.answers.retrieveAdviceConversation = () => (answers.shift() ?? (async () => []))();
    const flow = createAnswerAdvice(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(timesAsked(ports, 'retrieveAdviceRequest')).toBe(2);
    expect(flow.state.messages).toEqual([QUESTION]);
  });

  it("P4: another patient's is not shown", async () => {
    const { ports, flow } = await openedAdvice({
      request: adviceRequest({ patient: OTHER_PATIENT }),
    });
    expect(flow.state).toMatchObject({
      phase: { status: 'open-failed', problem: { reason: 'wrong-patient' } },
      messages: [],
    });
    expect(flow.state.request).toBeUndefined();
    expect(timesAsked(ports, 'retrieveAdviceConversation')).toBe(0);
  });

  it('can be stopped and opened again', async () => {
    const ports = advicePorts();
    const answer = pending<never>();
    ports.answers.retrieveAdviceRequest = () => answer.promise;
    const flow = createAnswerAdvice(ports, { ubrn: UBRN });
    const opening = flow.actions.open();
    flow.actions.stopReading();
    answer.fail(new DOMException('Given up', 'AbortError'));
    await opening;
    expect(flow.state.phase).toEqual({ status: 'open-stopped' });
    holdsAdvice(ports, adviceRequest());
    await flow.actions.open();
    expect(flow.state.phase.status).toBe('reading');
  });

  it('asks the host for a death; one that it cannot tell is not taken for none', async () => {
    const without = await openedAdvice({ ports: advicePorts({ lookUps: {} }) });
    expect(without.flow.state.death.status).toBe('not-known');
    const { flow } = await openedAdvice({
      ports: advicePorts({ lookUps: { isDeceased: async () => true } }),
    });
    expect(flow.state.death.status).toBe('died');
  });

  it('has the names that e-RS does not tell from the host', async () => {
    const asked: (readonly string[])[] = [];
    const lookUps = {
      resolvePractitioners: async (ids: readonly string[]) => {
        asked.push(ids);
        return new Map([['021600556514', 'BRANDT, Lena (Dr)']]);
      },
    };
    const sender = { sdsUserId: '021600556514', odsCode: 'RWX01' };
    const { flow } = await openedAdvice({
      ports: advicePorts({ lookUps }),
      messages: [QUESTION, message('m2', { sender, responsible: sender })],
    });
    expect(asked).toEqual([['021600556514']]);
    expect(flow.state.names.get('021600556514')).toBe('BRANDT, Lena (Dr)');
  });

  it('for a referrer nothing may be written: it is read', async () => {
    const { ports, flow } = await openedAdvice({ ports: fakePorts({ role: CLINICIAN }) });
    flow.actions.change({ text: 'x' });
    await flow.actions.send();
    expect(flow.state.form).toEqual(EMPTY_ADVICE);
    expect(flow.state.permissions?.['answer-advice']).toMatchObject({ why: 'referrer' });
    expect(timesAsked(ports, 'sendAdvice')).toBe(0);
  });
});

describe('what is typed', () => {
  it('is kept as a draft of this request, beside those of others', async () => {
    const { ports, flow } = await filledAdvice();
    const key = { userId: ports.user.sdsUserId, patient: PATIENT.nhsNumber, flow: 'answer-advice' };
    await ports.drafts.save(key, {
      savedAt: ports.clock.now(),
      content: { [OTHER_UBRN]: { a: 1 } },
    });
    flow.dispose();
    const next = await openedAdvice({ ports });
    next.flow.actions.change({ text: 'Later' });
    await settle();
    expect((await ports.drafts.load(key))?.content).toEqual({
      [OTHER_UBRN]: { a: 1 },
      [UBRN]: { text: 'Later', comment: '' },
    });
  });

  it('is there again in a later visit; a confirmation is not', async () => {
    const { ports, flow } = await openedAdvice();
    flow.actions.choose('convert-advice');
    flow.actions.change({ text: 'Come in', isConfirmed: true });
    await settle();
    flow.dispose();
    const again = await openedAdvice({ ports });
    expect(again.flow.state.form.text).toBe('Come in');
    expect(again.flow.state.form.isConfirmed).toBeUndefined();
    expect(again.flow.state.act).toBe('answer-advice');
  });

  it('moves across to a conversion, unconfirmed', async () => {
    const { flow } = await filledAdvice();
    flow.actions.choose('convert-advice');
    flow.actions.change({ isConfirmed: true });
    flow.actions.choose('answer-advice');
    flow.actions.choose('convert-advice');
    expect(flow.state.form.text).not.toBe('');
    expect(flow.state.form.isConfirmed).toBeUndefined();
  });

  it('a conversion that the practice did not agree to cannot be chosen', async () => {
    const { flow } = await openedAdvice({ request: adviceRequest({ mayConvert: false }) });
    flow.actions.choose('convert-advice');
    expect(flow.state.act).toBe('answer-advice');
  });

  it('is emptied by the word of the user alone, and its draft with it', async () => {
    const { ports, flow } = await filledAdvice();
    flow.actions.discard();
    await settle();
    expect(flow.state.form).toEqual(EMPTY_ADVICE);
    const key = { userId: ports.user.sdsUserId, patient: PATIENT.nhsNumber, flow: 'answer-advice' };
    expect(await ports.drafts.load(key)).toBeUndefined();
  });
});

describe('files and the overview', () => {
  const files = [letter('Binary/a'), letter('Binary/b', { availability: 'PENDING' })];

  it('opens files of the request and of messages, and none that e-RS has not checked', async () => {
    const { ports, flow } = await openedAdvice({
      request: adviceRequest({ files }),
      messages: [message('m1', { files: [letter('Binary/c')] })],
    });
    const content = { mediaType: 'application/pdf', bytes: new Blob(['%PDF']) };
    const asked: string[] = [];
    ports.answers.retrieveFile = async (url) => (asked.push(url), content);
    for (const url of ['Binary/a', 'Binary/b', 'Binary/c', 'Binary/zzz'])
      await flow.actions.openFile(url);
    expect(asked).toEqual(['Binary/a', 'Binary/c']);
    flow.actions.closeFile('Binary/a');
    expect(flow.state.files.get('Binary/a')).toMatchObject({
      load: { status: 'closed' },
      openedAt: ports.clock.now(),
    });
  });

  it('fetches the overview, and gives it to the record once', async () => {
    const filed: string[] = [];
    const writeBack = async ({ kind }: { kind: string }) => {
      filed.push(kind);
      return { status: 'queued' as const };
    };
    const { ports, flow } = await openedAdvice({ ports: advicePorts({ writeBack }) });
    await flow.actions.fileOverview();
    ports.answers.retrieveAdviceOverview = async () => ({ name: 'a.pdf', bytes: new Blob() });
    await flow.actions.fetchOverview();
    await flow.actions.fileOverview();
    await flow.actions.fileOverview();
    expect(filed).toEqual(['advice-conversation']);
    expect(flow.state.overview).toMatchObject({ status: 'ready', filed: { status: 'queued' } });
  });

  it('a record that fails to answer has not taken it, and it may be given again', async () => {
    const writeBack = () => Promise.reject(new Error('gone'));
    const { ports, flow } = await openedAdvice({ ports: advicePorts({ writeBack }) });
    ports.answers.retrieveAdviceOverview = async () => ({ name: 'a.pdf', bytes: new Blob() });
    await flow.actions.fetchOverview();
    await flow.actions.fileOverview();
    expect(flow.state.overview).toMatchObject({ filed: { status: 'rejected' } });
  });

  it('a stopped overview says so', async () => {
    const { ports, flow } = await openedAdvice();
    ports.answers.retrieveAdviceOverview = () => pending<never>().promise;
    void flow.actions.fetchOverview();
    flow.actions.stopOverview();
    expect(flow.state.overview).toEqual({ status: 'stopped' });
  });
});

describe('going through the list', () => {
  const [previous, next] = [adviceRow(1), adviceRow(3)];

  function list(opened: string[]): OpenedFrom {
    return {
      placeOf: () => ({ position: 2, total: 3, previous, next }),
      finish: () => undefined,
      open: ({ ubrn }) => void opened.push(ubrn),
    };
  }

  it('opens the neighbours, but not while something is on its way', async () => {
    const opened: string[] = [];
    const { ports, flow } = await filledAdvice({ list: list(opened) });
    expect(flow.state.place).toMatchObject({ position: 2, total: 3 });
    flow.actions.next();
    flow.actions.previous();
    expect(opened).toEqual([next.ubrn, previous.ubrn]);
    ports.answers.sendAdvice = () => pending<never>().promise;
    void flow.actions.send();
    for (let times = 0; times < 6; times += 1) await settle();
    expect(flow.state.phase.status).toBe('sending');
    flow.actions.next();
    expect(opened).toHaveLength(2);
  });
});

describe('signing in again', () => {
  it('reads what was not read for want of a session', async () => {
    const ports = advicePorts();
    ports.answers.retrieveAdviceRequest = failing(problem('session-ended'));
    const flow = createAnswerAdvice(ports, { ubrn: UBRN });
    await flow.actions.open();
    holdsAdvice(ports, adviceRequest());
    flow.actions.signedInAgain();
    for (let times = 0; times < 4; times += 1) await settle();
    expect(flow.state.phase.status).toBe('reading');
  });

  it('sends nothing', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.retrieveAdviceRequest = failing(problem('session-ended'));
    await flow.actions.send();
    expect(flow.state.phase.status).toBe('check-failed');
    holdsAdvice(ports, adviceRequest());
    flow.actions.signedInAgain();
    await settle();
    expect(flow.state.phase.status).toBe('reading');
    expect(timesAsked(ports, 'sendAdvice')).toBe(0);
  });
});

it('a disposed flow changes nothing any more', async () => {
  const { flow } = await openedAdvice();
  flow.dispose();
  const before = flow.state;
  flow.actions.change({ text: 'x' });
  flow.actions.choose('convert-advice');
  await flow.actions.open();
  expect(flow.state).toBe(before);
});

it('steady: nothing is sent within 600 ms of the opening', async () => {
  const { ports, flow } = await filledAdvice();
  await flow.actions.open();
  ports.happened.length = 0;
  await ports.clock.advance(599);
  await flow.actions.send();
  expect(ports.happened).toEqual([]);
  expect(flow.state.steadyFrom).toBe('2026-10-16T09:30:01.200Z' as Instant);
});
