import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBody, PATIENT, searchBody, criteria } from '../simulator/test/hscn-caller.ts';
import { startServer } from '../tools/servers.mjs';
import { askForTicket, HOST_SECRET, ORIGIN, Page } from './test/page.ts';

const TOKEN = 'DEMO-SMARTCARD-TOKEN-1';

function configFor(simulatorPort: number): string {
  return JSON.stringify({
    dialect: 'hscn',
    environment: 'training',
    upstream: `http://localhost:${simulatorPort}/ers-api`,
    asid: '200000000220',
    fqdn: 'castlegate.example.nhs.uk',
    hostSecret: HOST_SECRET,
    cookieSecret: 'c'.repeat(32),
    allowedOrigins: [ORIGIN],
  });
}

it('a page logs in, searches, creates a referral and reads it back over real processes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ers-proxy-'));
  const auditFile = join(folder, 'audit.jsonl');
  const simulator = await startServer({
    name: 'simulator',
    args: ['simulator/main.ts', '--port', '0'],
  });
  const proxy = await startServer({
    name: 'proxy',
    args: ['proxy/main.ts', '--port', '0'],
    env: { PROXY_CONFIG: configFor(simulator.port), AUDIT_FILE: auditFile },
  });
  try {
    const base = `http://localhost:${proxy.port}`;
    const { ticket } = (await (await askForTicket(base, TOKEN)).json()) as { ticket: string };
    const page = new Page(base);
    const session = await page.redeem(ticket);
    expect(session.roles.map(({ businessFunction }) => businessFunction)).toContain(
      'REFERRING_CLINICIAN',
    );
    expect((await page.chooseRole()).status).toBe(200);
    expect((await page.bind('ctx-a', PATIENT)).status).toBe(204);

    const found = await page.operation({ operation: 'A010', body: searchBody(criteria()) });
    expect(found.status).toBe(200);
    const created = await page.operation({
      operation: 'A011',
      body: createBody(['70001']),
      idempotencyKey: 'intent-1',
    });
    expect(created.status).toBe(201);
    const { id: ubrn } = (await created.json()) as { id: string };
    const read = await page.operation({ operation: 'A005', params: { ubrn } });
    expect(await read.json()).toMatchObject({ resourceType: 'ReferralRequest', id: ubrn });
    expect(read.headers.get('etag')).toBe('W/"3"');
    expect((await page.call('/session', { method: 'DELETE' })).status).toBe(204);

    const rows = readFileSync(auditFile, 'utf8').trimEnd().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { operation: string }).operation)).toEqual([
      'A001',
      'A002',
      'A010',
      'A011',
      'A005',
      'A003',
    ]);
  } finally {
    await Promise.all([proxy.stop(), simulator.stop()]);
    rmSync(folder, { recursive: true });
  }
}, 120_000);
