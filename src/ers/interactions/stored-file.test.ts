import { describe, expect, it } from 'vitest';
import { inDialect, ok, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import type { ErsResponse } from '../transport.ts';
import { retrieveAttachmentFromStore } from './a042-retrieve-attachment-from-store.ts';
import { retrieveAttachment } from './a006-retrieve-attachment.ts';

const blob = new Blob(['bytes']);
const url = 'Binary/att-49283317-7';

function file(disposition?: string): ErsResponse {
  const headers = disposition ? { 'content-disposition': disposition } : {};
  return { status: 200, headers, body: { kind: 'binary', mediaType: 'image/png', blob } };
}

describe.each([
  ['from e-RS over HSCN', retrieveAttachment, hscn],
  ['from e-RS on the platform', retrieveAttachment, apiPlatform],
  ['from the store', retrieveAttachmentFromStore, apiPlatform],
])('a linked file %s', (_, interaction, dialect) => {
  const { requestOf, parsedBy, problemFor } = inDialect(dialect);

  it('is asked for by its own id, and has a route', () => {
    const request = requestOf(interaction, url);
    expect(request).toEqual({
      operation: interaction.id,
      params: { id: 'att-49283317-7' },
      accept: '*/*',
    });
    expect('refused' in request || dialect.route(request)).toMatchObject({ method: 'GET' });
  });

  it.each(['Patient/1', 'https://evil.test/Binary/1', 'Binary/../1', ''])(
    'is not asked for as %j',
    (wrong) => {
      expect(requestOf(interaction, wrong)).toEqual({ refused: 'field-wrong', field: 'url' });
    },
  );

  it('has its bytes and kind, and a name where e-RS says it again', () => {
    expect(parsedBy(interaction, url, file(`attachment; filename*=UTF-8''r%C3%B6.png`))).toEqual({
      ok: true,
      value: { name: 'rö.png', mediaType: 'image/png', bytes: blob },
    });
    expect(parsedBy(interaction, url, file())).toMatchObject({ value: { mediaType: 'image/png' } });
  });

  it('is unreadable when it is JSON or nothing', () => {
    for (const answer of [ok({}), { status: 200, headers: {} }]) {
      expect(parsedBy(interaction, url, answer)).toMatchObject({
        problem: { reason: 'answer-not-readable', field: '(body)' },
      });
    }
  });

  it.each([
    [422, 'PENDING', 'file-being-scanned'],
    [422, 'THREATS_FOUND', 'file-unsafe'],
    [422, 'VALIDATION_FAILED', 'file-not-valid'],
    [404, undefined, 'not-found'],
  ])('refused with %i %s is %s', (status, code, reason) => {
    expect(problemFor(interaction, refused(status, code)).reason).toBe(reason);
  });
});

describe('a linked file beyond 5 MB', () => {
  it('that nobody followed to where e-RS sends for it is not passed on', () => {
    const { problemFor } = inDialect(apiPlatform);
    const fromStore = problemFor(retrieveAttachmentFromStore, refused(307));
    expect(fromStore.reason).toBe('file-not-passed-on');
    expect(problemFor(retrieveAttachment, refused(307)).reason).toBe('not-understood');
  });

  it('is none that e-RS itself hands over', () => {
    const { problemFor } = inDialect(apiPlatform);
    expect(problemFor(retrieveAttachment, refused(422, 'FILE_SIZE_ERROR')).reason).toBe(
      'file-too-big-to-open',
    );
  });
});
