import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileLimits } from './file-limits.ts';
import { checkFile, mediaTypeOf, renameFree, type ChosenFile } from './file-rules.ts';

const limits: FileLimits = {
  maxSize: 5_242_880,
  maxNameLength: 255,
  types: {
    'application/pdf': ['pdf'],
    'text/xml': ['xml'],
    'application/xml': ['xml'],
    'text/rtf': ['rtf', 'rtx'],
    'image/jpeg': ['jpg', 'jpe', 'jpeg'],
    'application/msword': ['doc'],
  },
};
const letter: ChosenFile = { name: 'Letter.pdf', size: 1_024, type: 'application/pdf' };
const check = (over: Partial<ChosenFile>, others: string[] = []) =>
  checkFile({ ...letter, ...over }, limits, others);

describe('a chosen file', () => {
  it('is accepted up to the very last byte', () => {
    expect(check({})).toBeUndefined();
    expect(check({ size: 5_242_880 })).toBeUndefined();
    expect(check({ size: 5_242_881 })).toBe('file-too-big');
    expect(check({ size: 0 })).toBe('file-empty');
  });

  it.each([
    ['a line break', 'a\r\nX-Injected: 1.pdf'],
    ['a NUL', 'a\0.pdf'],
    ['256 characters', `${'a'.repeat(252)}.pdf`],
    ['letters that no header can carry', 'письмо.pdf'],
    ['nothing', ''],
  ])('is refused for a name of %s', (_, name) => {
    expect(check({ name })).toBe('file-name-refused');
  });

  it.each([`${'a'.repeat(251)}.pdf`, 'Réferral (2) – copy.pdf'.replace('–', '-'), 'a.b.PDF'])(
    'is accepted under the name %s',
    (name) => {
      expect(check({ name })).toBeUndefined();
    },
  );

  it.each([
    ['a.exe', ''],
    ['pdf', 'application/pdf'],
    ['a.constructor', ''],
    ['a.pdf', 'application/zip'],
  ])('is refused for its type: %s %s', (name, type) => {
    expect(check({ name, type })).toBe('file-type-refused');
  });

  it('is refused when its name and its type do not belong together', () => {
    expect(check({ name: 'a.pdf', type: 'image/jpeg' })).toBe('file-type-mismatch');
  });

  it('goes by its extension where the browser tells no type', () => {
    expect(check({ type: '' })).toBeUndefined();
    expect(mediaTypeOf({ ...letter, type: '' }, limits)).toBe('application/pdf');
  });

  it('keeps a fitting type, without its parameters', () => {
    const xml = { name: 'a.xml', size: 1, type: 'Application/XML; charset=utf-8' };
    expect(checkFile(xml, limits, [])).toBeUndefined();
    expect(mediaTypeOf(xml, limits)).toBe('application/xml');
  });

  it('is rich text although Windows calls it a Word document', () => {
    const rtf = { name: 'a.rtf', size: 1, type: 'application/msword' };
    expect(checkFile(rtf, limits, [])).toBeUndefined();
    expect(mediaTypeOf(rtf, limits)).toBe('text/rtf');
  });

  it('is XML whatever the browser calls it, where e-RS knows it by one name alone', () => {
    const xml = { name: 'a.xml', size: 1, type: 'application/xml' };
    const taken = { ...limits, types: { 'text/xml': ['xml'] } };
    expect(checkFile(xml, taken, [])).toBeUndefined();
    expect(mediaTypeOf(xml, taken)).toBe('text/xml');
  });

  it('is refused beside another of the same name, in whatever case', () => {
    expect(check({}, ['letter.PDF'])).toBe('duplicate-file-name');
    expect(check({}, ['other.pdf'])).toBeUndefined();
  });
});

describe('a free name', () => {
  it('is the name itself, or the first number that nobody has', () => {
    expect(renameFree('Letter.pdf', [])).toBe('Letter.pdf');
    expect(renameFree('Letter.pdf', ['LETTER.pdf'])).toBe('Letter (2).pdf');
    expect(renameFree('Letter.pdf', ['Letter.pdf', 'Letter (2).pdf'])).toBe('Letter (3).pdf');
    expect(renameFree('Letter', ['letter'])).toBe('Letter (2)');
  });

  it('is free, ends as it did and is never longer than e-RS takes', () => {
    const length = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 240, max: 251 }));
    const name = length.map((letters) => `${'a'.repeat(letters)}.pdf`);
    fc.assert(
      fc.property(name, fc.array(name), (wanted, others) => {
        const taken = [wanted, ...others];
        const free = renameFree(wanted, taken);
        expect(taken.map((one) => one.toLowerCase())).not.toContain(free.toLowerCase());
        expect(free.endsWith('.pdf')).toBe(true);
        expect(free.length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
