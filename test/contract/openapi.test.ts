import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOpenapi, reasonWithoutOpenapi } from './openapi.ts';

const folder = join(process.env['ERS_CONTRACT'] ?? '../shared/ers', 'examples');
const referral = { method: 'GET', path: '/STU3/ReferralRequest/000000070000', status: 200 };

function unbooked(): Record<string, unknown> {
  const name = readdirSync(folder).find((one) => one.startsWith('A005')) ?? '';
  const text = readFileSync(join(folder, name, 'response-platform-unbooked.json'), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

describe('the check against the specification', () => {
  beforeEach((context) => context.skip(Boolean(reasonWithoutOpenapi), reasonWithoutOpenapi));

  it('passes an official example', () => {
    expect(readOpenapi().answerProblems({ ...referral, body: unbooked() })).toEqual([]);
  });

  it('finds what is missing, what is of a wrong kind, and a status or path nobody documented', () => {
    const { answerProblems, operations } = readOpenapi();
    const incomplete = { ...unbooked(), identifier: undefined };
    expect(answerProblems({ ...referral, body: incomplete })).toEqual([
      " must have required property 'identifier'",
    ]);
    expect(answerProblems({ ...referral, body: { ...unbooked(), status: 'lost' } })).toEqual([
      '/status must be equal to one of the allowed values',
    ]);
    expect(answerProblems({ ...referral, body: undefined })).toEqual(['no body']);
    expect(answerProblems({ ...referral, status: 418, body: {} })).toEqual([
      'status 418 is not documented',
    ]);
    expect(answerProblems({ ...referral, path: '/STU3/Patient', body: {} })).toEqual([
      'no operation GET /STU3/Patient',
    ]);
    expect(operations).toHaveLength(40);
  });
});
