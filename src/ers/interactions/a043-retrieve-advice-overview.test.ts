import { describe, expect, it } from 'vitest';
import { inDialect, ok, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import { adviceAsRead } from './advice.fixtures.ts';
import { retrieveAdviceOverview } from './a043-retrieve-advice-overview.ts';

const { ubrn } = adviceAsRead;
const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);

function pdf(headers: Record<string, string> = {}) {
  const blob = new Blob(['%PDF-1.4']);
  const body = { kind: 'binary', mediaType: 'application/pdf', blob } as const;
  return { status: 200, headers, body };
}

describe('the overview of a request for advice', () => {
  it('is asked for by UBRN, on the platform alone', () => {
    const request = requestOf(retrieveAdviceOverview, ubrn);
    expect(request).toEqual({ operation: 'A043', params: { ubrn }, accept: '*/*' });
    expect('refused' in request || apiPlatform.route(request)).toMatchObject({
      path: '/STU3/CommunicationRequest/000049283320/$ers.generateCRI',
    });
    expect(hscn.capabilities.has('A043')).toBe(false);
  });

  it('has the name that e-RS gives it, or ours', () => {
    const named = pdf({ 'content-disposition': 'attachment; filename="AG-000049283320.pdf"' });
    expect(parsedBy(retrieveAdviceOverview, ubrn, named)).toMatchObject({
      value: { name: 'AG-000049283320.pdf' },
    });
    expect(parsedBy(retrieveAdviceOverview, ubrn, pdf())).toMatchObject({
      value: { name: 'Advice and guidance.pdf' },
    });
  });

  it('is unreadable when it is no PDF', () => {
    expect(parsedBy(retrieveAdviceOverview, ubrn, ok({ resourceType: 'Bundle' }))).toMatchObject({
      problem: { reason: 'answer-not-readable' },
    });
  });

  it.each([
    ['INVALID_REQUEST_TYPE', 'wrong-request-type'],
    ['NO_RELATIONSHIP', 'no-relationship'],
    ['PATIENT_ERROR', 'patient-error'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(retrieveAdviceOverview, refused(422, code))).toMatchObject({ reason });
  });
});
