import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dialect } from './core/model.ts';
import { signedInCases } from './test/official-cases.ts';
import type { OfficialCase } from './test/official-cases.ts';
import { adapted } from './test/official-request.ts';
import { openDesks } from './test/desks.ts';

const folder = join(process.env['ERS_CONTRACT'] ?? '../shared/ers', 'examples');
const contract = existsSync(folder);
const dialectNames: Readonly<Record<string, Dialect>> = {
  hscn: 'hscn',
  platform: 'api-platform',
};

interface Sample {
  interaction: string;
  dialect: string;
  kind: string;
  case: string;
  file: string;
}

/** Sessions are asked for in their own tests: their samples hold nothing but a token and a role. */
const elsewhere = ['A001', 'A002'];

function samples(): Sample[] {
  if (!contract) return [];
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Sample[];
  return index.filter(
    ({ kind, interaction }) => kind === 'request' && !elsewhere.includes(interaction),
  );
}

const nameOf = ({ interaction, dialect, case: name }: Sample): string =>
  `${interaction} ${dialect} ${name}`;

function caseOf(sample: Sample): OfficialCase {
  const found = signedInCases[nameOf(sample)];
  if (!found) throw new Error(`There is no case for ${nameOf(sample)}.`);
  return found;
}

async function send(sample: Sample): Promise<string> {
  const body: unknown = JSON.parse(readFileSync(join(folder, sample.file), 'utf8'));
  const desks = await openDesks(dialectNames[sample.dialect] ?? 'hscn');
  const {
    path,
    by = 'referrer',
    version,
    method = 'POST',
    seeded = {},
  } = await caseOf(sample).prepare(desks);
  const caller = typeof by === 'string' ? desks[by] : by;
  const answer = await caller.call(path, {
    method,
    body: adapted(body, seeded),
    headers: version === undefined ? {} : { 'If-Match': `W/"${version}"` },
  });
  const said = answer.code ? ` ${answer.code}` : '';
  return `${answer.status}${said}`;
}

describe('official requests, with the facts of the seed in them', () => {
  beforeEach((context) => context.skip(!contract, `There is no folder ${folder}`));

  it.each(samples().map((sample) => [nameOf(sample), sample] as const))(
    'answers %s as the contract says',
    async (_name, sample) => {
      expect(await send(sample)).toBe(caseOf(sample).answer);
    },
  );

  it('are all there are', () => {
    expect(Object.keys(signedInCases).sort()).toEqual(samples().map(nameOf).sort());
    const files = readdirSync(folder, { recursive: true }).map(String);
    const requests = files.filter((name) => /\/request-/.test(name) && !/^A00[12]/.test(name));
    expect(requests).toHaveLength(samples().length);
  });
});
