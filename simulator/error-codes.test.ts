import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dialect } from './core/model.ts';
import { dialects, openDesks } from './test/desks.ts';
import { inBoth } from './test/error-codes/in-both.ts';
import { inOne } from './test/error-codes/in-one.ts';

const contract = process.env['ERS_CONTRACT'] ?? '../shared/ers';
const missing = existsSync(contract) ? '' : `There is no folder ${contract}`;

/** Words in capitals of the chapters that are values, or codes of another system. */
const values = [
  'ALL_SERVICES',
  'GUIDANCE_RESPONSE',
  'NEED_TO_ADD_LATER',
  'NOT_ASSIGNED',
  'NOT_INTENDING_TO_ADD',
  'RETURN_TO_REFERRER_WITH_ADVICE',
  'TWO_WEEK_WAIT',
  'INVALID_NHS_NUMBER',
  'NO_PATIENT_CONSENT',
];

const chapters: Readonly<Record<Dialect, readonly [string, string, string]>> = {
  hscn: ['hscn.md', '\n## 7.', '\n## 8.'],
  'api-platform': ['api-platform.md', '\n## 5.', '\n## 6.'],
};

/** The codes that the contract names for the dialect; `_IS_NOT_RC` stands for a longer one. */
function codesOf(dialect: Dialect): string[] {
  const [file, from, to] = chapters[dialect];
  const text = readFileSync(join(contract, file), 'utf8');
  const chapter = text.slice(text.indexOf(from), text.indexOf(to));
  const whole = chapter.match(/\b[A-Z]+(?:_[A-Z]+)+\b|\bFORBIDDEN\b|\bPENDING\b/g) ?? [];
  const ends = chapter.match(/(?<=[,/] `?)_[A-Z_]+/g) ?? [];
  const codes = [...whole, ...ends.map((end) => `REFERENCED_USER${end}`)];
  return [...new Set(codes)].filter((code) => !values.includes(code)).sort();
}

/** Of the README: the codes that nothing reaches, each with its reason. */
function excused(dialect: Dialect): string[] {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const rows = readme.matchAll(/^\| `([A-Z_]+)` +\| (HSCN|API platform) +\| \w.*\|$/gm);
  const called = dialect === 'hscn' ? 'HSCN' : 'API platform';
  return [...rows].filter(([, , where]) => where === called).map(([, code = '']) => code);
}

describe.each(dialects)('the error codes of the contract, %s', (dialect) => {
  const asks = { ...inBoth, ...inOne[dialect] };

  it.each(Object.entries(asks))('%s is the answer to a request', async (code, ask) => {
    const answer = await ask(await openDesks(dialect));
    expect(answer.code, `${answer.status} ${answer.diagnostics}`).toBe(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('are all reached, or the README says why not', (context) => {
    context.skip(missing !== '', missing);
    const codes = codesOf(dialect);
    expect(codes.length).toBeGreaterThan(40);
    expect([...Object.keys(asks), ...excused(dialect)].sort()).toEqual(codes);
  });
});
