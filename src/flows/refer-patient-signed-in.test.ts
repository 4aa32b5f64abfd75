import { describe, expect, it } from 'vitest';
import { ErsError } from '../domain/problem.ts';
import type { PdfFile } from '../domain/letter.ts';
import { settle } from './testing/fake-ports.ts';
import { problem } from './testing/fake-records.ts';
import { created } from './testing/fake-referring.ts';

describe('F17: the letter for the patient, refused for want of a session', () => {
  it('is asked for again once the user has signed in', async () => {
    const { ports, flow } = await created();
    ports.answers.retrievePatientLetter = () =>
      Promise.reject(new ErsError(problem('session-ended')));
    await flow.patientLetter?.actions.fetch();
    expect(flow.patientLetter?.state.status).toBe('failed');
    const file: PdfFile = { name: 'Letter.pdf', bytes: new Blob(['%PDF']) };
    ports.answers.retrievePatientLetter = async () => file;
    flow.actions.signedInAgain();
    await settle();
    expect(flow.patientLetter?.state).toMatchObject({ status: 'ready', file });
  });

  it('stays refused where it was refused for another cause', async () => {
    const { ports, flow } = await created();
    ports.answers.retrievePatientLetter = () => Promise.reject(new ErsError(problem('ers-failed')));
    await flow.patientLetter?.actions.fetch();
    flow.actions.signedInAgain();
    await settle();
    expect(flow.patientLetter?.state.status).toBe('failed');
  });
});
