import { describe, expect, it } from 'vitest';
import { fileNameIn } from './file-name.ts';

describe('the name of a file in its answer', () => {
  it.each([
    ['attachment; filename="letter.pdf"', 'letter.pdf'],
    ['attachment; filename=letter.pdf', 'letter.pdf'],
    ['attachment; filename="a; b.pdf"', 'a; b.pdf'],
    ['attachment; filename="../tmp/letter.pdf"', 'letter.pdf'],
    [String.raw`attachment; filename="C:\tmp\letter.pdf"`, 'letter.pdf'],
    ["attachment; filename*=UTF-8''r%C3%B6ntgen%20bild.png", 'röntgen bild.png'],
    [
      `attachment; filename="=?UTF-8?Q?r=C3=B6ntgen.png?="; filename*=UTF-8''r%C3%B6ntgen.png`,
      'röntgen.png',
    ],
    ["attachment; filename*=UTF-8''..%2Ftmp%2Fa.pdf", 'a.pdf'],
    [`attachment; filename*=UTF-8''%E0%A4%A; filename="plain.pdf"`, 'plain.pdf'],
  ])('in %s is %s', (disposition, name) => {
    expect(fileNameIn(disposition)).toBe(name);
  });

  it.each([undefined, '', 'inline', 'attachment; filename="/"', 'attachment; filename="=?x?="'])(
    'is not there in %s',
    (disposition) => {
      expect(fileNameIn(disposition)).toBeUndefined();
    },
  );
});
