import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import { inDialect, ok, parsedBy, problemFor, refused, requestOf } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { uploadFile } from './a020-upload-file.ts';

const ubrn = '000049283317' as Ubrn;
const fileOf = (name: string, content: string, type = ''): File =>
  new File([content], name, { type });

describe('an uploaded file', () => {
  it('is sent with its name, its referral and the type of its extension', () => {
    const file = fileOf('Letter.PDF', '%PDF');
    expect(requestOf(uploadFile, { ubrn, file })).toEqual({
      operation: 'A020',
      params: {},
      file: {
        name: 'Letter.PDF',
        ubrn,
        content: { kind: 'binary', mediaType: 'application/pdf', blob: file },
      },
    });
  });

  it.each([
    [fileOf('empty.pdf', ''), 'file-empty'],
    [fileOf('a.exe', 'MZ'), 'file-type-refused'],
    [fileOf('a.pdf', 'x', 'image/png'), 'file-type-mismatch'],
    [fileOf('a\n.pdf', 'x'), 'file-name-refused'],
  ])('is not sent when e-RS would refuse it', (file, refusedAs) => {
    expect(requestOf(uploadFile, { ubrn, file })).toEqual({ refused: refusedAs, field: 'file' });
  });

  it('of no referral yet is taken by the API platform alone', () => {
    const file = fileOf('Letter.pdf', '%PDF');
    const overPlatform = inDialect(apiPlatform).requestOf(uploadFile, { file });
    expect(overPlatform).toHaveProperty('file.name', 'Letter.pdf');
    expect(overPlatform).toHaveProperty('file.ubrn', undefined);
    expect(requestOf(uploadFile, { file })).toEqual({
      refused: 'field-required',
      field: 'X-ERS-XAPI-META-INTENDED_UBRN',
    });
  });

  it('may be a DICOM image over the API platform, and a page of HTML over HSCN', () => {
    const [image, page] = [fileOf('scan.dcm', 'DICM'), fileOf('a.html', '<p>')];
    const { requestOf: asked } = inDialect(apiPlatform);
    const wrongType = { refused: 'file-type-refused', field: 'file' };
    expect(asked(uploadFile, { ubrn, file: image })).toHaveProperty('operation', 'A020');
    expect(asked(uploadFile, { ubrn, file: page })).toEqual(wrongType);
    expect(requestOf(uploadFile, { ubrn, file: image })).toEqual(wrongType);
    expect(requestOf(uploadFile, { ubrn, file: page })).toHaveProperty('operation', 'A020');
  });

  const upload = { ubrn, file: fileOf('a.pdf', '%PDF') };

  it.each(['Binary/att-49283317-7', 'https://ers-api:445/STU3/v1/Binary/att-49283317-7'])(
    'is known by the last part of %s',
    (location) => {
      expect(parsedBy(uploadFile, upload, ok(null, { location }))).toEqual({
        ok: true,
        value: { url: 'Binary/att-49283317-7' },
      });
    },
  );

  it.each(['', 'Patient/7', 'Binary/'])('is not known from a Location of "%s"', (location) => {
    expect(parsedBy(uploadFile, upload, ok(null, { location }))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'Location' },
    });
  });

  it.each([
    ['FILE_SIZE_ERROR', 'file-too-big'],
    ['CONFLICTING_VALUES', 'file-type-mismatch'],
    ['INAPPROPRIATE_VALUE', 'file-type-refused'],
    ['INVALID_VALUE', 'file-name-refused'],
    ['MISSING_VALUE', 'field-required'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(uploadFile, refused(422, code)).reason).toBe(reason);
  });
});
