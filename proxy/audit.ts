import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as v from 'valibot';
import type { Clock } from '../src/domain/instant.ts';
import { hmac } from './keys.ts';

/** What one call adds to the audit log: the fields of hscn.md §9, and what ties it to our logs. */
export interface AuditEvent {
  eventType: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  auditType: string;
  resourceType?: string | undefined;
  uuid: string | null;
  oboUuid: string | null;
  ubrn: string | null;
  nhsNumber: string | null;
  sessionId: string | null;
  orgName: string | null;
  userBusinessFunction: string | null;
  attachmentId?: string | undefined;
  attachmentType?: string | undefined;
  fileName?: string | undefined;
  operation: string;
  correlationId: string;
  outcome: 'answered' | 'not-sent' | 'unanswered';
  status: number | null;
  transactionId?: string | undefined;
}

export interface Audit {
  write(event: AuditEvent): void;
  close(): void;
}

export interface AuditOptions {
  /** JSON lines are appended to it. Without a file there is no audit log. */
  file: string | undefined;
  clock: Clock;
  asid: string;
  fqdn: string;
  key: Uint8Array;
}

const Row = v.looseObject({ uniqueIdentifier: v.number(), previous: v.string() });
const FIRST = { uniqueIdentifier: 0, line: '' };

/** `yyyy-MM-dd HH:mm:ss.SSS` in UTC (hscn.md §9). */
const auditTime = (clock: Clock): string => clock.now().replace('T', ' ').replace('Z', '');

/**
 * Each row carries an HMAC of the row before it, so that a row taken out or changed shows. Opening
 * fails when the file cannot be written: without an audit log the proxy does not start.
 */
export function openAudit({ file, clock, asid, fqdn, key }: AuditOptions): Audit {
  if (file === undefined) return { write: () => {}, close: () => {} };
  let last = lastRow(file);
  const handle = openSync(file, 'a', 0o600);
  return {
    write(event) {
      const uniqueIdentifier = last.uniqueIdentifier + 1;
      const row = {
        uniqueIdentifier,
        eventDateTime: auditTime(clock),
        ...event,
        asid,
        fqdn,
        previous: hmac(key, last.line),
      };
      last = { uniqueIdentifier, line: JSON.stringify(row) };
      writeSync(handle, `${last.line}\n`);
    },
    close() {
      fsyncSync(handle);
      closeSync(handle);
    },
  };
}

function lastRow(file: string): typeof FIRST {
  const line = existsSync(file) ? linesOf(readFileSync(file, 'utf8')).at(-1) : undefined;
  return line ? { uniqueIdentifier: v.parse(Row, JSON.parse(line)).uniqueIdentifier, line } : FIRST;
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The number of the first row whose chain does not hold; undefined when all do. */
export function firstBrokenRow(text: string, key: Uint8Array): number | undefined {
  let before = '';
  for (const [i, line] of linesOf(text).entries()) {
    const { uniqueIdentifier, previous } = v.parse(Row, JSON.parse(line));
    if (uniqueIdentifier !== i + 1 || previous !== hmac(key, before)) return i + 1;
    before = line;
  }
  return undefined;
}
