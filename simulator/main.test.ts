import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';

let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

interface Started {
  base: string;
  child: ChildProcess;
}

function run(flags: readonly string[]): ChildProcessWithoutNullStreams {
  const main = new URL('main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...flags]);
  running = child;
  return child;
}

/** What a run that ends by itself says, and its exit code. */
async function outcomeOf(flags: readonly string[]): Promise<[number, string]> {
  const child = run(flags);
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => said.push(part));
  }
  const [code] = (await once(child, 'close')) as [number];
  return [code, Buffer.concat(said).toString()];
}

async function start(...flags: string[]): Promise<Started> {
  const child = run(['--port', '0', '--clock', '2026-10-24T23:30:00Z', ...flags]);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { listening, port } = JSON.parse(line.toString()) as { listening: string; port: number };
  expect(listening).toBe('simulator');
  return { base: `http://localhost:${port}`, child };
}

async function logInOver(base: string): Promise<Record<string, string>> {
  const token = 'DEMO-SMARTCARD-TOKEN-1';
  const sessions = `${base}/ers-api/v1/ProfessionalSession`;
  const asid = { XAPI_ASID: '200000000220' };
  const body = JSON.stringify({ token });
  const opened = await fetch(sessions, { method: 'POST', headers: asid, body });
  const { id } = (await opened.json()) as { id: string };
  const headers = { ...asid, HTTP_X_SESSION_KEY: id };
  const permission = { businessFunction: 'REFERRING_CLINICIAN', orgIdentifier: 'Y99001' };
  const role = JSON.stringify({ token, permission });
  await fetch(`${sessions}/${id}`, { method: 'PUT', headers, body: role });
  return headers;
}

it('runs as a process: tells its port, keeps its clock, drops and breaks lines, ends at once', async () => {
  const { base, child } = await start();
  const clock = (await (await fetch(`${base}/__simulator/clock`)).json()) as { now: string };
  expect(clock.now).toMatch(/^2026-10-24T23:3/);
  const headers = await logInOver(base);
  const askWith = async (kind: string): Promise<unknown> => {
    const fault = JSON.stringify({ operation: 'A004', kind });
    await fetch(`${base}/__simulator/faults`, { method: 'POST', body: fault });
    const answer = await fetch(`${base}/ers-api/STU3/v1/CodeSystem/SPECIALTY`, { headers });
    return answer.text();
  };
  await expect(askWith('drop')).rejects.toThrow('fetch failed');
  await expect(askWith('truncate')).rejects.toThrow('terminated');
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
}, 60_000);

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

it('keeps its state in a file from one process to the next', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'state.json');
  const first = await start('--snapshot', file);
  const headers = await logInOver(first.base);
  await stop(first.child);
  const { base, child } = await start('--snapshot', file);
  const answer = await fetch(`${base}/ers-api/STU3/v1/CodeSystem/SPECIALTY`, { headers });
  expect(answer.status).toBe(200);
  await stop(child);
}, 60_000);

it('starts nothing on a file that is no snapshot, and leaves the file as it is', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'state.json');
  writeFileSync(file, '{"kind":');
  const sentence = `${file} is left as it is and nothing is started: it is not a snapshot of this simulator.\n`;
  expect(await outcomeOf(['--port', '0', '--snapshot', file])).toEqual([2, sentence]);
  expect(readFileSync(file, 'utf8')).toBe('{"kind":');
}, 60_000);

it('answers a wrong flag with a sentence and exit code 2, and helps', async () => {
  const sentence = '--size is one of small, practice, trust, not "vast".\n';
  expect(await outcomeOf(['--size', 'vast'])).toEqual([2, sentence]);
  const [code, help] = await outcomeOf(['--help']);
  expect(code).toBe(0);
  expect(help).toContain('--snapshot FILE');
}, 60_000);

it('says that its port is taken', async () => {
  const { base } = await start();
  const first = running;
  const [code, said] = await outcomeOf(['--port', new URL(base).port]);
  first?.kill('SIGKILL');
  expect([code, said]).toEqual([
    2,
    expect.stringMatching(/^Port \d+ cannot be had: .*in use.*\n$/),
  ]);
}, 60_000);
