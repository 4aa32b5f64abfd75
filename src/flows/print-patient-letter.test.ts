import { describe, expect, it } from 'vitest';
import type { PdfFile } from '../domain/letter.ts';
import type { ReferralStateCode } from '../domain/referral.ts';
import type { WriteBackResult } from '../host/host-adapter.ts';
import { failing, fakePorts, pending, timesAsked } from './testing/fake-ports.ts';
import { inState, problem, referral, UBRN } from './testing/fake-records.ts';
import { createPatientLetter } from './print-patient-letter.ts';

const PDF: PdfFile = { name: 'letter.pdf', bytes: new Blob(['%PDF']) };

describe('the patient letter', () => {
  it('is given while the referral is unbooked', async () => {
    const ports = fakePorts();
    ports.answers.retrievePatientLetter = async () => PDF;
    const flow = createPatientLetter(ports, referral());
    expect(flow.state.status).toBe('available');
    await flow.actions.fetch();
    expect(flow.state).toMatchObject({ status: 'ready', file: PDF });
  });

  const without: [ReferralStateCode, string][] = [
    ['BOOKED', 'booked'],
    ['DEFERRED_TO_PROVIDER', 'deferred'],
    ['AWAITING_TRIAGE', 'other-state'],
    ['CANCELLED_REFERRAL', 'other-state'],
  ];

  it.each(without)('is not asked for when the referral is %s', async (code, because) => {
    const ports = fakePorts();
    const flow = createPatientLetter(ports, inState(code));
    expect(flow.state).toEqual({ status: 'not-available', because });
    await flow.actions.fetch();
    expect(ports.happened).toEqual([]);
  });

  it('goes when the referral is booked meanwhile, also while it is on its way', async () => {
    const ports = fakePorts();
    const answer = pending<PdfFile>();
    ports.answers.retrievePatientLetter = () => answer.promise;
    const flow = createPatientLetter(ports, referral());
    const fetching = flow.actions.fetch();
    flow.actions.follow(inState('BOOKED'));
    answer.answer(PDF);
    await fetching;
    expect(flow.state).toEqual({ status: 'not-available', because: 'booked' });
    flow.actions.follow(referral());
    expect(flow.state.status).toBe('available');
  });

  it('stays when the referral is read again and is still unbooked', async () => {
    const flow = createPatientLetter(fakePorts(), referral());
    await flow.actions.fetch();
    flow.actions.follow(referral());
    expect(flow.state.status).toBe('ready');
  });

  it('says why it failed, and can be asked for again', async () => {
    const ports = fakePorts();
    ports.answers.retrievePatientLetter = failing(problem('no-access-code'));
    const flow = createPatientLetter(ports, referral());
    await flow.actions.fetch();
    expect(flow.state).toMatchObject({ status: 'failed', problem: { reason: 'no-access-code' } });
    ports.answers.retrievePatientLetter = async () => PDF;
    await flow.actions.fetch();
    expect(flow.state.status).toBe('ready');
  });

  it('is asked for once at a time, and shown no more once disposed', async () => {
    const ports = fakePorts();
    const answer = pending<PdfFile>();
    ports.answers.retrievePatientLetter = () => answer.promise;
    const flow = createPatientLetter(ports, referral());
    const fetching = [flow.actions.fetch(), flow.actions.fetch()];
    flow.dispose();
    answer.answer(PDF);
    await Promise.all(fetching);
    await flow.actions.fetch();
    expect(flow.state.status).toBe('fetching');
    expect(timesAsked(ports, 'retrievePatientLetter')).toBe(1);
  });
});

describe('filing the patient letter', () => {
  async function filed(writeBack?: () => Promise<WriteBackResult>) {
    const asked: object[] = [];
    const ports = fakePorts({
      writeBack: writeBack && ((request) => (asked.push(request), writeBack())),
    });
    ports.answers.retrievePatientLetter = async () => PDF;
    const flow = createPatientLetter(ports, referral());
    await flow.actions.fetch();
    await flow.actions.file();
    await flow.actions.file();
    return { flow, asked };
  }

  it('hands it to the record, once', async () => {
    const { flow, asked } = await filed(async () => ({ status: 'accepted' }));
    expect(flow.state).toMatchObject({ status: 'ready', filed: { status: 'accepted' } });
    expect(asked).toEqual([{ ubrn: UBRN, kind: 'patient-letter', file: PDF }]);
  });

  it('says that the record refused it, and lets the user try again', async () => {
    const { flow, asked } = await filed(() => Promise.reject(new Error('down')));
    expect(flow.state).toMatchObject({ filed: { status: 'rejected' } });
    expect(asked).toHaveLength(2);
  });

  it('says that the host takes no letters', async () => {
    const { flow } = await filed();
    expect(flow.state).toMatchObject({ filed: { status: 'unsupported' } });
  });
});
