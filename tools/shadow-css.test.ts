import postcss from 'postcss';
import { compile } from 'sass';
import { describe, expect, it } from 'vitest';
import { shadowCss } from './shadow-css.ts';

async function adapted(css: string): Promise<string> {
  const sheet = `@shadow-sheet nhsuk-radios nhsuk-button;\n${css}`;
  const result = await postcss([shadowCss()]).process(sheet, { from: undefined });
  return result.css.replace(/\s+/g, ' ').trim();
}

describe('a page style sheet in a shadow root', () => {
  it.each([
    ['html { color: red }', ':host { color: red }'],
    ['body { margin: 0 }', ':host { margin: 0 }'],
    [':root { --a: 1 }', ':host { --a: 1 }'],
    ['html-x { margin: 0 }', 'html-x { margin: 0 }'],
    ['.nhsuk-frontend-supported .nhsuk-radios { a: b }', '.nhsuk-radios { a: b }'],
    [
      '.nhsuk-radios { width: 2.5rem }',
      '.nhsuk-radios { width: calc(2.5 * var(--ers-rem, 16px)) }',
    ],
    [
      '.nhsuk-radios { margin: -1rem 0 }',
      '.nhsuk-radios { margin: calc(-1 * var(--ers-rem, 16px)) 0 }',
    ],
    [
      '.nhsuk-radios { color: #005EB8 }',
      '.nhsuk-radios { color: var(--ers-colour-brand, #005eb8) }',
    ],
    [
      '@media (min-width: 40.0625em) { .nhsuk-radios { a: b } }',
      '@container (min-width: 641px) { .nhsuk-radios { a: b } }',
    ],
    ['@media print { .nhsuk-radios { a: b } }', '@media print { .nhsuk-radios { a: b } }'],
    ['@font-face { font-family: Frutiger W01; src: url(a.woff) }', ''],
    ['.nhsuk-radios { background: url("/assets/a.svg"); a: b }', '.nhsuk-radios { a: b }'],
    ['.nhsuk-radios, .nhsuk-tabs { a: b }', '.nhsuk-radios { a: b }'],
    ['@media print { .nhsuk-tabs { a: b } }', ''],
    ['.nhsuk-radios:not(.nhsuk-radios--x) { a: b }', '.nhsuk-radios { a: b }'],
    ['.nhsuk-radios:not(.nhsuk-button) { a: b }', '.nhsuk-radios:not(.nhsuk-button) { a: b }'],
  ])('turns %s into %s', async (before, after) => {
    expect(await adapted(before)).toBe(after);
  });

  it('has the default of each token, and may not name one that does not exist', async () => {
    expect(await adapted('p { color: var(--ers-colour-text) }')).toBe(
      'p { color: var(--ers-colour-text, #212b32) }',
    );
    await expect(adapted('p { color: var(--ers-colour-sky) }')).rejects.toThrow('--ers-colour-sky');
  });

  it('is left alone where it does not ask for it', async () => {
    const page = 'html { font-size: 1rem } @media (min-width: 40em) { main { margin: 0 } }';
    expect((await postcss([shadowCss()]).process(page, { from: undefined })).css).toBe(page);
  });

  it('holds of the NHS sheets nothing that needs the page, a file or the viewport', async () => {
    const { css } = compile('src/ui/sheets/all.scss', { loadPaths: ['node_modules'] });
    const result = await postcss([shadowCss()]).process(css, { from: undefined });
    expect(result.css).toContain('.nhsuk-radios__label::before');
    expect(result.css).not.toMatch(
      /url\(|@font-face|\drem\b|\bhtml\b|\bbody\b|:root|min-width: [\d.]+em/,
    );
  }, 60_000);
});
