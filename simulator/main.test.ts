import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';

let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

interface Started {
  base: string;
  child: ChildProcess;
}

async function start(): Promise<Started> {
  const main = new URL('main.ts', import.meta.url).pathname;
  const flags = ['--port', '0', '--clock', '2026-10-24T23:30:00Z'];
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...flags]);
  running = child;
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
