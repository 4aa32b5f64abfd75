import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  appointmentBody,
  concept,
  inDialect,
  ok,
  referralBody,
  refused,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import type { Postponement } from '../verbs/reviewing.ts';
import { cancelAppointmentActionLater } from './a022-cancel-appointment-action-later.ts';

const { parsedBy, problemFor, requestOf } = inDialect(hscn);
const indexed = '2026-10-16T09:40:00.000Z' as Instant;
const postponement: Postponement = {
  ubrn: '000049283317' as Ubrn,
  version: '9' as ReferralVersion,
  comment: 'Book with the arrhythmia nurse',
};
const file = { url: 'Binary/att-49283317-8', description: 'Result', indexed };

describe('cancelling an appointment for action later', () => {
  it.each([
    [hscn, '$ers.CancelAppointmentActionLater', 'eRS-cancelAppointmentActionLater-Operation-1'],
    [
      apiPlatform,
      '$ers.cancelAppointmentActionLater',
      'eRS-cancelAppointmentActionLater-Parameters-1',
    ],
  ])('speaks as its dialect does ($name)', (dialect, operation, name) => {
    const request = inDialect(dialect).requestOf(cancelAppointmentActionLater, postponement);
    const route = 'refused' in request ? undefined : dialect.route(request);
    expect(decodeURIComponent(route?.path ?? '')).toContain(operation);
    expect(route?.headers).toMatchObject({ 'If-Match': 'W/"9"' });
    expect(request).toHaveProperty('body.meta.profile', [
      `https://fhir.nhs.uk/STU3/StructureDefinition/${name}`,
    ]);
    expect(request).toHaveProperty('body.parameter', [
      { name: 'comments', valueString: 'Book with the arrhythmia nurse' },
    ]);
  });

  it('carries another priority, files, and whether the provider has cancelled it', () => {
    const full = { ...postponement, priority: 'URGENT', cancelledInPas: true, files: [file] };
    expect(requestOf(cancelAppointmentActionLater, full as Postponement)).toMatchObject({
      body: {
        parameter: [
          { name: 'comments' },
          { name: 'priority', valueCoding: { code: 'URGENT' } },
          { name: 'appointmentCancelledInPAS', valueBoolean: true },
          {
            name: 'providerAttachmentFile',
            resource: {
              type: { coding: [{ code: 'PROVIDER' }] },
              indexed,
              description: 'Result',
              content: [{ attachment: { url: 'Binary/att-49283317-8' } }],
            },
          },
        ],
      },
    });
  });

  it.each<[string, Partial<Postponement>, object]>([
    ['a comment', { comment: '' }, { refused: 'field-required', field: 'comments' }],
    [
      'a comment of at most 2,000 characters',
      { comment: 'x'.repeat(2001) },
      { refused: 'text-too-long', field: 'comments', limit: 2000 },
    ],
    [
      'a priority that there is',
      { priority: 'SOON' as 'URGENT' },
      { refused: 'field-wrong', field: 'priority' },
    ],
    [
      'each file once',
      { files: [file, file] },
      { refused: 'field-wrong', field: 'providerAttachmentFile' },
    ],
    [
      'files from the store of e-RS',
      { files: [{ ...file, url: 'https://evil.test/Binary/1' }] },
      { refused: 'field-wrong', field: 'providerAttachmentFile' },
    ],
  ])('is not sent without %s', (_, over, refusal) => {
    expect(requestOf(cancelAppointmentActionLater, { ...postponement, ...over })).toEqual(refusal);
  });

  it('gives the referral, for the provider to act on', () => {
    const reason = [concept('eRS-ReviewOutcome-1', 'CANCEL_APPOINTMENT_ACTION_LATER')];
    const body = referralBody({}, [appointmentBody({ status: 'proposed', reason })]);
    const { ubrn } = postponement;
    expect(parsedBy(cancelAppointmentActionLater, postponement, ok(body))).toMatchObject({
      value: { ubrn, state: { code: 'TRIAGED_PROVIDER_TO_ACTION' } },
    });
    const another = ok(referralBody({ id: '000049283318' }));
    expect(parsedBy(cancelAppointmentActionLater, postponement, another)).toMatchObject({
      problem: { field: 'id' },
    });
  });

  it('is unreadable without a version', () => {
    const body = referralBody({ meta: {} });
    expect(parsedBy(cancelAppointmentActionLater, postponement, ok(body))).toMatchObject({
      problem: { field: 'meta.versionId' },
    });
  });

  it.each([
    [422, 'INVALID_STATE', 'file-in-use'],
    [422, 'DUPLICATE_FILENAME', 'duplicate-file-name'],
    [422, 'REFERENCE_NOT_FOUND', 'reference-not-found'],
    [422, 'TECHNICAL_ERROR', 'ers-failed'],
    [409, 'VERSION_CONFLICT', 'referral-changed'],
  ])('refused with %i %s is %s', (status, code, said) => {
    expect(problemFor(cancelAppointmentActionLater, refused(status, code)).reason).toBe(said);
  });
});
