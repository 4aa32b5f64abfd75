import { describe, expect, it } from 'vitest';
import type { FileContent, PdfFile } from '../domain/letter.ts';
import type { Referral } from '../domain/referral.ts';
import type { DeskRow } from '../domain/provider-desk.ts';
import { createReviewReferral } from './review-referral-flow.ts';
import { failing, fakePorts, pending, settle, timesAsked } from './testing/fake-ports.ts';
import {
  letter,
  NOW,
  OTHER_PATIENT,
  OTHER_UBRN,
  PATIENT,
  problem,
  UBRN,
  version,
} from './testing/fake-records.ts';
import {
  filled,
  holds,
  inTriage,
  opened,
  PROVIDER,
  reviewPorts,
  toReview,
} from './testing/fake-review.ts';
import { reviewRow } from './testing/fake-rows.ts';

describe('opening a referral for review', () => {
  it('reads it and what is permitted for just that version, and chooses nothing', async () => {
    const { ports, flow } = await opened();
    expect(flow.state).toMatchObject({
      referral: { ubrn: UBRN },
      readAt: NOW,
      phase: { status: 'deciding' },
      death: { status: 'none-recorded' },
    });
    expect(flow.state.chosen).toBeUndefined();
    expect(ports.happened).toEqual(['retrieveReferral', 'retrieveAvailableActions']);
  });

  it('asks both once more where the referral moved between the two', async () => {
    const ports = reviewPorts();
    holds(ports, toReview());
    ports.answers.retrieveAvailableActions = () => {
      holds(ports, toReview({ version: version(9) }));
      return failing(problem('referral-changed'))();
    };
    const flow = createReviewReferral(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.referral?.version).toBe(version(9));
    expect(flow.state.decisionsProblem).toBeUndefined();
  });

  it('where e-RS cannot say what is permitted, says so and offers what does not hang on it', async () => {
    const ports = reviewPorts();
    holds(ports, toReview());
    ports.answers.retrieveAvailableActions = failing(problem('ers-unavailable'));
    const flow = createReviewReferral(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.decisionsProblem?.reason).toBe('ers-unavailable');
    expect(flow.state.decisions).toContainEqual({ action: 'accept-referral', allowed: true });
    expect(flow.state.decisions.at(-1)).toMatchObject({ allowed: false, why: 'not-known' });
  });

  it('asks nothing of what is permitted where e-RS does not tell the role, and is no worse for it', async () => {
    const role = { ...PROVIDER, businessFunction: 'REFERRING_CLINICIAN' };
    const { ports, flow } = await opened({ ports: reviewPorts({ role }) });
    expect(ports.happened).toEqual(['retrieveReferral']);
    expect(flow.state.phase.status).toBe('deciding');
    expect(flow.state.decisionsProblem).toBeUndefined();
  });

  it('P5: a referral of another patient is never shown', async () => {
    const ports = reviewPorts();
    holds(ports, toReview({ patient: OTHER_PATIENT }));
    const flow = createReviewReferral(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.phase).toMatchObject({ problem: { reason: 'wrong-patient' } });
    expect(flow.state.referral).toBeUndefined();
  });

  it('F24: can be stopped, and opened again', async () => {
    const ports = reviewPorts();
    const late = pending<Referral>();
    ports.answers.retrieveReferral = () => late.promise;
    const flow = createReviewReferral(ports, { ubrn: UBRN });
    const opening = flow.actions.open();
    flow.actions.stopReading();
    late.answer(toReview());
    await opening;
    expect(flow.state.phase).toEqual({ status: 'open-stopped' });
    holds(ports, toReview());
    await flow.actions.open();
    expect(flow.state.phase.status).toBe('deciding');
  });

  it('F17: what could not be opened for want of a session is opened once it is there again', async () => {
    const ports = reviewPorts();
    ports.answers.retrieveReferral = failing(problem('session-ended', { httpStatus: 401 }));
    const flow = createReviewReferral(ports, { ubrn: UBRN });
    await flow.actions.open();
    expect(flow.state.phase.status).toBe('open-failed');
    holds(ports, toReview());
    flow.actions.signedInAgain();
    await settle();
    expect(flow.state.phase.status).toBe('deciding');
  });
});

describe('a death', () => {
  const withDeath = (isDeceased?: () => Promise<boolean>) =>
    filled('record-review-outcome', {
      ports: reviewPorts({ lookUps: isDeceased ? { isDeceased } : {} }),
    });

  it('that the host records holds an outcome of triage until the user goes on', async () => {
    const { ports, flow } = await withDeath(async () => true);
    expect(flow.state.death.status).toBe('died');
    await flow.actions.send();
    expect(flow.state).toMatchObject({ held: 'death-to-acknowledge' });
    expect(timesAsked(ports, 'recordReviewOutcome')).toBe(0);
    ports.answers.recordReviewOutcome = async () => ({
      outcome: 'done',
      value: inTriage({ version: version(12) }),
    });
    flow.actions.acknowledgeDeath();
    expect(flow.state.held).toBeUndefined();
    await flow.actions.send();
    expect(flow.state.phase.status).toBe('done');
  });

  it.each([
    ['has no look-up', undefined],
    ['fails', () => Promise.reject(new Error('down'))],
  ])('is not known where the host %s: the user has to look', async (_what, isDeceased) => {
    const { flow } = await withDeath(isDeceased);
    expect(flow.state.death.status).toBe('not-known');
    await flow.actions.send();
    expect(flow.state.held).toBe('death-to-acknowledge');
  });

  it('that is still being asked for holds the outcome, and nothing else', async () => {
    const lookUps = { isDeceased: () => pending<boolean>().promise };
    const { ports, flow } = await filled('record-review-outcome', {
      ports: reviewPorts({ lookUps }),
    });
    await flow.actions.send();
    expect(flow.state.held).toBe('death-being-asked');
    flow.actions.acknowledgeDeath();
    expect(flow.state.deathAcknowledged).toBe(false);
    await ports.clock.advance(10_000);
    expect(flow.state.death.status).toBe('not-known');
  });

  it('that the open record has already is told with its day, and not asked for', async () => {
    const patient = { ...PATIENT, deceased: { date: '2026-10-01' as typeof PATIENT.birthDate } };
    const isDeceased = () => Promise.reject(new Error('asked'));
    const { flow } = await opened({ ports: reviewPorts({ patient, lookUps: { isDeceased } }) });
    expect(flow.state.death).toMatchObject({ status: 'died', date: '2026-10-01' });
  });
});

describe('the files of a referral', () => {
  const CONTENT: FileContent = { mediaType: 'application/pdf', bytes: new Blob(['%PDF']) };
  const files = [
    letter('Binary/a'),
    letter('Binary/pending', { availability: 'PENDING' }),
    letter('Binary/threat', { availability: 'THREATS_FOUND' }),
  ];

  it('are opened on demand, and it stays known that they were', async () => {
    const { ports, flow } = await opened({ referral: toReview({ letters: files }) });
    ports.answers.retrieveFile = async () => CONTENT;
    await flow.actions.openFile('Binary/a');
    await flow.actions.openFile('Binary/a');
    const { openedAt, load } = flow.state.files.get('Binary/a') ?? {};
    expect(load).toEqual({ status: 'open', content: CONTENT });
    flow.actions.closeFile('Binary/a');
    expect(flow.state.files.get('Binary/a')).toEqual({ load: { status: 'closed' }, openedAt });
    expect(timesAsked(ports, 'retrieveFile')).toBe(1);
  });

  it('that are being checked or are unsafe are never asked for', async () => {
    const { ports, flow } = await opened({ referral: toReview({ letters: files }) });
    await flow.actions.openFile('Binary/pending');
    await flow.actions.openFile('Binary/threat');
    await flow.actions.openFile('Binary/of-another');
    expect(timesAsked(ports, 'retrieveFile')).toBe(0);
  });

  it('that cannot be opened say why, and can be asked for again', async () => {
    const { ports, flow } = await opened();
    ports.answers.retrieveFile = failing(problem('file-being-scanned'));
    await flow.actions.openFile('Binary/a');
    expect(flow.state.files.get('Binary/a')?.load).toMatchObject({ status: 'failed' });
    ports.answers.retrieveFile = async () => CONTENT;
    await flow.actions.openFile('Binary/a');
    expect(flow.state.files.get('Binary/a')?.load.status).toBe('open');
  });

  it('that are being checked are looked at again after 5 minutes, not before', async () => {
    const { ports, flow } = await opened({ referral: toReview({ letters: files.slice(0, 2) }) });
    holds(ports, toReview({ letters: [letter('Binary/a'), letter('Binary/pending')] }));
    await flow.actions.lookAtScan();
    expect(flow.state.scan).toBeDefined();
    await ports.clock.advance(5 * 60_000);
    await flow.actions.lookAtScan();
    expect(flow.state.scan).toBeUndefined();
    expect(flow.state.phase.status).toBe('deciding');
  });

  it('F5: what else has changed by then is told, not slipped under the decision', async () => {
    const { ports, flow } = await opened({ referral: toReview({ letters: files.slice(0, 2) }) });
    flow.actions.choose('accept-referral');
    const now = toReview({ version: version(9), letters: files.slice(0, 2), priority: 'ROUTINE' });
    holds(ports, now);
    await ports.clock.advance(5 * 60_000);
    await flow.actions.lookAtScan();
    expect(flow.state.phase).toMatchObject({
      status: 'conflict',
      changes: [{ what: 'priority' }],
    });
  });
});

describe('the clinical summary', () => {
  it('is made on demand, can be stopped, and says why there is none', async () => {
    const { ports, flow } = await opened();
    const late = pending<PdfFile>();
    ports.answers.retrieveClinicalInformation = () => late.promise;
    const fetching = flow.actions.fetchSummary();
    flow.actions.stopSummary();
    late.answer({ name: 'late.pdf', bytes: new Blob() });
    await fetching;
    expect(flow.state.summary).toEqual({ status: 'stopped' });
    ports.answers.retrieveClinicalInformation = failing(problem('no-clinical-information'));
    await flow.actions.fetchSummary();
    expect(flow.state.summary).toMatchObject({ problem: { reason: 'no-clinical-information' } });
    ports.answers.retrieveClinicalInformation = async () => ({ name: 's.pdf', bytes: new Blob() });
    await flow.actions.fetchSummary();
    expect(flow.state.summary).toMatchObject({ status: 'ready', file: { name: 's.pdf' } });
  });
});

describe('the neighbours in the list', () => {
  async function inList() {
    const opens: DeskRow[] = [];
    const finished: string[] = [];
    const place = { position: 4, total: 9, previous: reviewRow(3), next: reviewRow(5) };
    const list = {
      placeOf: () => place,
      finish: (ubrn: string, action: string) => void finished.push(`${ubrn} ${action}`),
      open: (row: DeskRow) => void opens.push(row),
    };
    return { opens, finished, ...(await filled('accept-referral', { list })) };
  }

  it('can be gone to, but not while a decision is on its way', async () => {
    const { ports, flow, opens, finished } = await inList();
    expect(flow.state.place).toMatchObject({ position: 4, total: 9 });
    flow.actions.previous();
    expect(opens).toEqual([reviewRow(3)]);
    const answer = pending<{ outcome: 'done'; value: Referral }>();
    ports.answers.acceptReferral = () => answer.promise;
    const sending = flow.actions.send();
    await settle();
    await settle();
    flow.actions.next();
    expect(opens).toHaveLength(1);
    answer.answer({ outcome: 'done', value: toReview({ version: version(11) }) });
    await sending;
    expect(finished).toEqual([`${UBRN} accept-referral`]);
    flow.actions.next();
    expect(opens).toEqual([reviewRow(3), reviewRow(5)]);
  });
});

describe('drafts of a decision', () => {
  it('P4: what was typed is there after a return, unchosen and unconfirmed', async () => {
    const { ports, flow } = await filled('cancel-referral');
    flow.actions.change({ comment: 'Moved to Leeds' });
    await settle();
    expect(flow.state.isKept).toBe(true);
    flow.dispose();
    const again = await opened({ ports });
    expect(again.flow.state.chosen).toBeUndefined();
    expect(again.flow.state.forms['cancel-referral']).toMatchObject({ comment: 'Moved to Leeds' });
    expect(again.flow.state.forms['cancel-referral'].isConfirmed).toBeUndefined();
  });

  it('of another referral of the patient is kept beside it', async () => {
    const { ports, flow } = await filled('cancel-and-act-later');
    await settle();
    flow.dispose();
    const other = createReviewReferral(ports, { ubrn: OTHER_UBRN });
    holds(ports, toReview({ ubrn: OTHER_UBRN }));
    await other.actions.open();
    other.actions.choose('reject-referral');
    other.actions.change({ comment: 'Another' });
    await settle();
    other.dispose();
    const again = await opened({ ports });
    expect(again.flow.state.forms['cancel-and-act-later'].comment).toBe(
      'Arrange a one-stop clinic',
    );
  });

  it('F15: where nothing can be kept, says so and goes on', async () => {
    const drafts = {
      ...fakePorts().drafts,
      save: () => Promise.reject(new Error('full')),
    };
    const { flow } = await filled('reject-referral', { ports: reviewPorts({ drafts }) });
    await settle();
    expect(flow.state.isKept).toBe(false);
    expect(flow.state.forms['reject-referral'].comment).toBe('The image is out of focus');
  });
});
