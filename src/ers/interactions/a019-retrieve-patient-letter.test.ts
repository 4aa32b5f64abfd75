import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import { ok, parsedBy, problemFor, refused, requestOf } from '../answers.fixtures.ts';
import type { ErsResponse } from '../transport.ts';
import { retrievePatientLetter } from './a019-retrieve-patient-letter.ts';

const ubrn = '000049283317' as Ubrn;
const blob = new Blob(['%PDF-1.7']);

function pdf(disposition?: string, mediaType = 'application/pdf'): ErsResponse {
  const headers = disposition ? { 'content-disposition': disposition } : {};
  return { status: 200, headers, body: { kind: 'binary', mediaType, blob } };
}

const parsed = (answer: ErsResponse) => parsedBy(retrievePatientLetter, ubrn, answer);

describe('the letter for the patient', () => {
  it('is asked for by UBRN, and not again by itself', () => {
    expect(requestOf(retrievePatientLetter, ubrn)).toMatchObject({
      operation: 'A019',
      params: { ubrn },
    });
    expect(retrievePatientLetter.kind).toBe('read-once');
  });

  it('has the file name of e-RS without any folders, or one of ours', () => {
    expect(parsed(pdf('attachment; filename="../tmp/letter.pdf"'))).toEqual({
      ok: true,
      value: { name: 'letter.pdf', bytes: blob },
    });
    expect(parsed(pdf())).toHaveProperty('value.name', 'Patient letter.pdf');
    expect(parsed(pdf('attachment; filename="/"'))).toHaveProperty(
      'value.name',
      'Patient letter.pdf',
    );
  });

  it.each([
    ['JSON', ok({})],
    ['a web page', pdf(undefined, 'text/html')],
    ['nothing', { status: 200, headers: {} }],
  ])('is unreadable when it is %s', (_, answer) => {
    expect(parsed(answer)).toMatchObject({ problem: { reason: 'answer-not-readable' } });
  });

  it.each([
    ['INVALID_REQUEST_STATE', 'wrong-state'],
    ['NO_ACCESS_CODE', 'no-access-code'],
    ['NO_RELATIONSHIP', 'no-relationship'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(retrievePatientLetter, refused(422, code)).reason).toBe(reason);
  });
});
