import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../tools/servers.mjs';
import { startServer } from '../tools/servers.mjs';
import type { Dialect } from './core/model.ts';
import { dialects } from './test/desks.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

/** Every block of the README that is for the dialect, in its order: one script. */
function scriptFor(dialect: Dialect): string {
  const blocks = readme.matchAll(/^```bash (\S+)\n([\s\S]*?)^```$/gm);
  return [...blocks]
    .filter(([, who = '']) => who === 'both' || who === dialect)
    .map(([, , commands]) => commands)
    .join('');
}

interface Ran {
  code: number;
  said: string;
  complaints: string;
}

async function runScript(script: string, port: number): Promise<Ran> {
  const child = spawn('bash', ['-e', '-u'], { env: { ...process.env, PORT: String(port) } });
  const parts: { said: Buffer[]; complaints: Buffer[] } = { said: [], complaints: [] };
  child.stdout.on('data', (part: Buffer) => parts.said.push(part));
  child.stderr.on('data', (part: Buffer) => parts.complaints.push(part));
  child.stdin.end(script);
  const [code] = (await once(child, 'close')) as [number];
  const textOf = (some: Buffer[]): string => Buffer.concat(some).toString();
  return { code, said: textOf(parts.said), complaints: textOf(parts.complaints) };
}

interface Held {
  ubrn: string;
  state: string;
  category?: string;
  letters?: { name: string }[];
  history: { event: string }[];
}

interface State {
  referrals: Held[];
  advice: Held[];
  requests: Record<string, number>;
}

const lacking = ['bash', 'curl'].filter((name) => spawnSync(name, ['--version']).error);

const always = ['A005', 'A008', 'A011', 'A012', 'A014', 'A015', 'A016', 'A020', 'A024', 'A026'];
const inDialect: Readonly<Record<Dialect, readonly string[]>> = {
  hscn: ['A001', 'A002', 'A023', 'A027'],
  'api-platform': ['A027', 'A030', 'A044'],
};

describe.each(dialects)('the walk with curl in the README, %s', (dialect) => {
  let server: RunningServer;
  beforeAll(async () => {
    const flags = ['--port', '0', '--size', 'practice', '--dialect', dialect];
    server = await startServer({ name: 'simulator', args: ['simulator/main.ts', ...flags] });
  }, 60_000);
  afterAll(() => server.stop());

  it('works as it is written, and e-RS holds what came of it', async (context) => {
    context.skip(lacking.length > 0, `There is no ${lacking.join(' and no ')} here.`);
    const { code, said, complaints } = await runScript(scriptFor(dialect), server.port);
    expect([code, complaints]).toEqual([0, '']);
    const answer = await fetch(`http://localhost:${server.port}/__simulator/state`);
    const { referrals, advice, requests } = (await answer.json()) as State;
    const [, rejected] = /^.*referrals\/(\d{12}) REJECTED$/m.exec(said) ?? [];
    const [, converted] = /^advice\/(\d{12}) ADVICE_CONVERTED$/m.exec(said) ?? [];
    const referral = referrals.find(({ ubrn }) => ubrn === rejected);
    expect(referral).toMatchObject({ state: 'REJECTED', letters: [{ name: 'letter.pdf' }] });
    expect(referral?.history.map(({ event }) => event)).toEqual([
      'created',
      'letters replaced',
      'booked',
      'rejected',
    ]);
    expect(advice.find(({ ubrn }) => ubrn === converted)).toMatchObject({
      category: 'ADVICE_CONVERTED',
    });
    expect(referrals.find(({ ubrn }) => ubrn === converted)).toMatchObject({
      state: 'TRIAGED_PROVIDER_TO_ACTION',
    });
    expect(Object.keys(requests).sort()).toEqual([...always, ...inDialect[dialect]].sort());
  }, 60_000);
});
