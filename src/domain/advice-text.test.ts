import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adviceLink,
  hasOtherLinks,
  readAdviceText,
  writeAdviceText,
  type AdvicePart,
} from './advice-text.ts';

const nice = '<a href="https://www.nice.org.uk/guidance/ng196" target="_blank">NG196</a>';
const niceLink = { kind: 'link', url: 'https://www.nice.org.uk/guidance/ng196', label: 'NG196' };

/** Text made of what could be mistaken for a link, or break one. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom('<a href="', 'https://x.test', '" target="_blank">', '</a>', '<b>', nice),
      fc.constantFrom('"', '<', '>', '&amp;', '\n', 'javascript:alert(1)', '__proto__'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((pieces) => pieces.join(''));

const anyLink = fc
  .record({ host: fc.domain(), path: fc.webPath(), label: fc.string({ minLength: 1 }) })
  .map(({ host, path, label }) => adviceLink(`https://${host}${path}`, label))
  .filter((link) => link !== undefined);

describe('the text of a message', () => {
  it('is text where there is no link', () => {
    expect(readAdviceText('Start bisoprolol <b>2.5 mg</b>')).toEqual([
      { kind: 'text', text: 'Start bisoprolol <b>2.5 mg</b>' },
    ]);
    expect(readAdviceText('')).toEqual([]);
  });

  it('is text and links in their order', () => {
    expect(readAdviceText(`See ${nice} and ${nice}.`)).toEqual([
      { kind: 'text', text: 'See ' },
      niceLink,
      { kind: 'text', text: ' and ' },
      niceLink,
      { kind: 'text', text: '.' },
    ]);
  });

  it.each([
    ['another scheme', '<a href="javascript:alert(1)" target="_blank">x</a>'],
    ['a scheme that only begins alike', '<a href="httpsx://a.test" target="_blank">x</a>'],
    ['no scheme', '<a href="//a.test" target="_blank">x</a>'],
    ['no target', '<a href="https://a.test">x</a>'],
    ['another target', '<a href="https://a.test" target="_top">x</a>'],
    ['a further attribute', '<a href="https://a.test" target="_blank" onclick="x()">x</a>'],
    ['attributes in another order', '<a target="_blank" href="https://a.test">x</a>'],
    ['other quotes', "<a href='https://a.test' target='_blank'>x</a>"],
    ['capitals', '<A HREF="https://a.test" TARGET="_blank">x</A>'],
    ['markup in its label', '<a href="https://a.test" target="_blank"><img src=x></a>'],
    ['no label', '<a href="https://a.test" target="_blank"></a>'],
    ['no end', '<a href="https://a.test" target="_blank">x'],
  ])('keeps a link with %s as text, and it may not be sent', (_, text) => {
    expect(readAdviceText(text)).toEqual([{ kind: 'text', text }]);
    expect(hasOtherLinks(text)).toBe(true);
  });

  it.each(['', 'Hb <a 90, ferritin <15', `See ${nice}.`])('may be sent: %s', (text) => {
    expect(hasOtherLinks(text)).toBe(false);
  });

  it('is looked for in a text of any length, however often it begins', () => {
    expect(hasOtherLinks('<a '.repeat(200_000))).toBe(false);
    expect(hasOtherLinks(`${'<a '.repeat(200_000)}href`)).toBe(true);
  });

  it('loses nothing: its parts put together again are the same text', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(writeAdviceText(readAdviceText(text))).toBe(text);
      }),
    );
  });

  it('gives links to http and https alone, with neither quotes nor markup in them', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        for (const part of readAdviceText(text)) {
          if (part.kind === 'text') continue;
          expect(part.url).toMatch(/^https?:\/\/[^\s"<>]+$/);
          expect(part.label).toMatch(/^[^<]+$/);
        }
      }),
    );
  });

  it('keeps every link that was written, whatever text stands around it', () => {
    fc.assert(
      fc.property(tricky, anyLink, tricky, (before, link, after) => {
        const text = (written: string): AdvicePart => ({ kind: 'text', text: written });
        const written = writeAdviceText([text(before), link, text(after)]);
        expect(readAdviceText(written)).toContainEqual(link);
      }),
    );
  });

  it.each([
    ['ftp://a.test', 'x'],
    ['https://a.test/"onclick', 'x'],
    ['https://a.test/a b', 'x'],
    ['https://', 'x'],
    ['https://a.test', ''],
    ['https://a.test', 'a < b'],
  ])('has no link to %s that reads "%s"', (url, label) => {
    expect(adviceLink(url, label)).toBeUndefined();
  });
});
