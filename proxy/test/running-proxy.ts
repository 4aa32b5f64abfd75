import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { instantOf, type Clock } from '../../src/domain/instant.ts';
import { createProxy } from '../app.ts';
import type { Config } from '../config.ts';
import { createDiagnostics } from '../diagnostics.ts';
import { Upstream } from '../forward.ts';
import { createMemoryStore } from '../store.ts';
import { closeServer, listen, startErsServer, TOKEN, type ErsServer } from './ers-server.ts';
import { askForTicket, HOST_SECRET, ORIGIN, Page } from './page.ts';

export const ASID = '200000000220';
export const FQDN = 'castlegate.example.nhs.uk';
const COOKIE_SECRET = 'c'.repeat(32);
export const PATIENT_A = '9990123454';
export const PATIENT_B = '9990348715';

export type AuditRow = Record<string, unknown>;

/** The proxy on a real socket, before a scripted e-RS. Time runs on, and can be moved forward. */
export interface RunningProxy {
  base: string;
  ers: ErsServer;
  logLines: string[];
  auditText(): string;
  passTime(milliseconds: number): void;
  drained(): Promise<void>;
  close(): Promise<void>;
}

export interface ProxyOptions {
  config?: Partial<Config>;
  readMs?: number;
  writeMs?: number;
  /** What stands before the paths of e-RS. */
  prefix?: string;
}

export async function startProxy(options: ProxyOptions = {}): Promise<RunningProxy> {
  const ers = await startErsServer(options.prefix);
  const folder = mkdtempSync(join(tmpdir(), 'ers-proxy-'));
  const auditFile = join(folder, 'audit.jsonl');
  const logLines: string[] = [];
  const { clock, passTime } = movableClock();
  const config = { ...configFor(ers.base, auditFile), ...options.config };
  const proxy = createProxy({
    config,
    clock,
    newId: randomUUID,
    store: createMemoryStore(clock),
    upstream: new Upstream({ ...options, base: config.upstream, clock }),
    log: createDiagnostics(clock, (line) => logLines.push(line)),
  });
  const server = createAdaptorServer({ fetch: proxy.fetch }) as Server;
  const base = `http://localhost:${await listen(server)}`;
  return {
    base,
    ers,
    logLines,
    auditText: () => readFileSync(auditFile, 'utf8'),
    passTime,
    drained: proxy.drained,
    async close() {
      await closeServer(server);
      await proxy.close();
      await ers.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function movableClock(): { clock: Clock; passTime(milliseconds: number): void } {
  let offset = 0;
  const waiting = new Set<{ due: number; wake(): void }>();
  const now = (): number => Date.now() + offset;
  const clock: Clock = {
    now: () => instantOf(now()),
    async wait(milliseconds, signal) {
      const woken = new AbortController();
      const one = { due: now() + milliseconds, wake: () => woken.abort() };
      waiting.add(one);
      const signals = [woken.signal, ...(signal ? [signal] : [])];
      await setTimeout(milliseconds, undefined, { signal: AbortSignal.any(signals) })
        .catch((error: unknown) => {
          if (!woken.signal.aborted) throw error;
        })
        .finally(() => waiting.delete(one));
    },
  };
  const passTime = (milliseconds: number): void => {
    offset += milliseconds;
    for (const { due, wake } of waiting) if (due <= now()) wake();
  };
  return { clock, passTime };
}

export function auditRows(proxy: RunningProxy): AuditRow[] {
  const lines = proxy.auditText().trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as AuditRow);
}

function configFor(upstream: string, auditFile: string): Config {
  return {
    dialect: 'hscn',
    environment: 'training',
    upstream,
    asid: ASID,
    fqdn: FQDN,
    hostSecret: HOST_SECRET,
    cookieSecret: COOKIE_SECRET,
    allowedOrigins: [ORIGIN],
    port: 0,
    host: 'localhost',
    auditFile,
    cookie: { secure: false, sameSite: 'Lax', partitioned: false },
    requestsPerSecond: 1_000,
  };
}

export async function newTicket({ base }: RunningProxy): Promise<string> {
  const { ticket } = (await (await askForTicket(base, TOKEN)).json()) as { ticket: string };
  return ticket;
}

/** A page that has redeemed, chosen a role and bound patient A as `ctx-a`. */
export async function openPage(proxy: RunningProxy): Promise<Page> {
  const page = new Page(proxy.base);
  await page.redeem(await newTicket(proxy));
  await page.chooseRole();
  await page.bind('ctx-a', PATIENT_A);
  return page;
}
