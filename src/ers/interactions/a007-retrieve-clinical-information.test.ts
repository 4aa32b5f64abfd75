import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import { inDialect, ok, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import type { ErsResponse } from '../transport.ts';
import { retrieveClinicalInformation } from './a007-retrieve-clinical-information.ts';

const ubrn = '000049283317' as Ubrn;
const blob = new Blob(['%PDF-1.7']);

function pdf(disposition?: string): ErsResponse {
  const headers = disposition ? { 'content-disposition': disposition } : {};
  return { status: 200, headers, body: { kind: 'binary', mediaType: 'application/pdf', blob } };
}

describe.each([hscn, apiPlatform])('clinical information as a PDF ($name)', (dialect) => {
  const { requestOf, parsedBy, problemFor } = inDialect(dialect);

  it('is asked for by UBRN, and not again by itself', () => {
    const request = requestOf(retrieveClinicalInformation, ubrn);
    expect('refused' in request || dialect.route(request)).toMatchObject({
      method: 'POST',
      headers: { Accept: '*/*' },
    });
    expect(retrieveClinicalInformation.kind).toBe('read-once');
  });

  it('has the name of e-RS, or one of ours', () => {
    expect(
      parsedBy(retrieveClinicalInformation, ubrn, pdf('attachment; filename="cri.pdf"')),
    ).toEqual({ ok: true, value: { name: 'cri.pdf', bytes: blob } });
    expect(parsedBy(retrieveClinicalInformation, ubrn, pdf())).toHaveProperty(
      'value.name',
      'Clinical information.pdf',
    );
  });

  it('is unreadable when it is no PDF', () => {
    expect(parsedBy(retrieveClinicalInformation, ubrn, ok({}))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: '(body)' },
    });
  });

  it.each([
    ['NO_CLINICAL_INFO', 'no-clinical-information'],
    ['NO_RELATIONSHIP', 'no-relationship'],
    ['PATIENT_ERROR', 'patient-error'],
    ['INVALID_REQUEST_TYPE', 'wrong-request-type'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(retrieveClinicalInformation, refused(422, code)).reason).toBe(reason);
  });
});
