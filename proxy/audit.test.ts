import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstBrokenRow, openAudit, type Audit, type AuditEvent } from './audit.ts';
import { deriveKeys } from './keys.ts';
import { systemClock } from './system-clock.ts';
import { hangUp, json, referral, SESSION_KEY, TOKEN, USER_ID } from './test/ers-server.ts';
import { ASID, auditRows, FQDN, openPage, PATIENT_A, startProxy } from './test/running-proxy.ts';

const UBRN = '000000000001';

/** hscn.md §9: those marked as mandatory. */
const MANDATORY = {
  uniqueIdentifier: expect.any(Number),
  eventType: expect.stringMatching(/^(GET|POST|PUT|DELETE)$/),
  auditType: expect.stringMatching(/^API /),
  eventDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/),
  uuid: USER_ID,
  oboUuid: expect.stringMatching(/^\d{12}$/),
  ubrn: expect.toSatisfy((ubrn) => ubrn === null || /^\d{12}$/.test(String(ubrn))),
  nhsNumber: expect.toSatisfy((number) => number === null || number === PATIENT_A),
  sessionId: expect.stringMatching(/^[0-9a-f]{64}$/),
  orgName: expect.toSatisfy((name) => name === null || name === 'Ashdown Surgery'),
  userBusinessFunction: expect.toSatisfy((role) => role === null || role === 'REFERRING_CLINICIAN'),
  asid: ASID,
  fqdn: FQDN,
};

const patient = { name: 'patient', valueIdentifier: { system: 'nhs-number', value: PATIENT_A } };

describe('P24: the audit log (T21)', () => {
  it('has a row with all 13 mandatory fields for every call to e-RS', async () => {
    const proxy = await startProxy();
    try {
      const page = await openPage(proxy);
      proxy.ers.on(
        '/STU3/v1/',
        json(200, referral(UBRN, PATIENT_A), { x_ers_transaction_id: 'tx' }),
      );
      proxy.ers.on('/STU3/v1/Binary', (_, response) => {
        response.writeHead(201, { location: 'Binary/att-1-77' }).end();
      });
      const ubrn = { ubrn: UBRN };
      const body = { parameter: [patient] };
      await page.operation({ operation: 'A004', params: { codeSystem: 'PRIORITY' } });
      await page.operation({ operation: 'A005', params: ubrn });
      await page.operation({ operation: 'A010', body });
      await page.operation({ operation: 'A011', body, idempotencyKey: 'a011' });
      const file = { name: 'a.pdf', ubrn: UBRN, mediaType: 'application/pdf' };
      await page.upload({ operation: 'A020', idempotencyKey: 'a020', file }, 'x');
      const letters = { operation: 'A012', params: ubrn, body: {}, ifMatch: '3' };
      await page.operation({ ...letters, idempotencyKey: 'a012' });
      const slots = { serviceId: 1, priority: 'ROUTINE', count: 100, page: 1 };
      await page.operation({ operation: 'A015', params: slots, commRuleOrg: 'Y99001' });
      await page.operation({ operation: 'A016', body, idempotencyKey: 'a016' });
      await page.operation({ operation: 'A019', params: ubrn });
      await page.call('/session', { method: 'DELETE' });

      const rows = auditRows(proxy);
      expect(rows.map(({ operation }) => operation)).toEqual(
        'A001 A002 A004 A005 A010 A011 A020 A012 A015 A016 A019 A003'.split(' '),
      );
      for (const row of rows) expect(row).toMatchObject(MANDATORY);
      expect(rows[3]).toMatchObject({
        eventType: 'GET',
        auditType: 'API Retrieve Request Summary',
        resourceType: 'Referral Request',
        ubrn: UBRN,
        nhsNumber: PATIENT_A,
        status: 200,
        correlationId: 'corr-1',
        transactionId: 'tx',
      });
      expect(rows[6]).toMatchObject({ fileName: 'a.pdf', attachmentId: 'att-1-77', ubrn: UBRN });
      for (const secret of [SESSION_KEY, TOKEN]) expect(proxy.auditText()).not.toContain(secret);
    } finally {
      await proxy.close();
    }
  });

  it('names the clinician acted for, and has a row where no answer came', async () => {
    const proxy = await startProxy();
    try {
      const page = await openPage(proxy);
      proxy.ers.on('/STU3/v1/', hangUp);
      const clinician = { system: 'http://fhir.nhs.net/Id/sds-user-id', value: '021600556514' };
      const named = { name: 'referringClinician', valueIdentifier: clinician };
      const body = { parameter: [patient, named] };
      await page.operation({ operation: 'A011', body, idempotencyKey: 'a011' });
      expect(auditRows(proxy).at(-1)).toMatchObject({
        uuid: USER_ID,
        oboUuid: '021600556514',
        outcome: 'unanswered',
        status: null,
        ubrn: null,
      });
    } finally {
      await proxy.close();
    }
  });
});

describe('P24: the chain of rows', () => {
  const { audit: key } = deriveKeys('s'.repeat(32));
  const event: AuditEvent = {
    eventType: 'GET',
    auditType: 'API Retrieve Request Summary',
    uuid: USER_ID,
    oboUuid: USER_ID,
    ubrn: UBRN,
    nhsNumber: PATIENT_A,
    sessionId: 'x',
    orgName: 'Ashdown Surgery',
    userBusinessFunction: 'REFERRING_CLINICIAN',
    operation: 'A005',
    correlationId: 'corr-1',
    outcome: 'answered',
    status: 200,
  };
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ers-audit-'));
    file = join(folder, 'audit.jsonl');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const open = (): Audit => openAudit({ file, clock: systemClock, asid: ASID, fqdn: FQDN, key });

  function writeRows(count: number): string {
    const audit = open();
    for (let i = 0; i < count; i += 1) audit.write(event);
    audit.close();
    return readFileSync(file, 'utf8');
  }

  it('holds over a restart', () => {
    writeRows(2);
    const text = writeRows(2);
    expect(text.trimEnd().split('\n')).toHaveLength(4);
    expect(firstBrokenRow(text, key)).toBeUndefined();
  });

  it('shows a row taken out, a row changed and a row made up', () => {
    const rows = writeRows(4).trimEnd().split('\n');
    expect(firstBrokenRow(rows.filter((_, i) => i !== 1).join('\n'), key)).toBe(2);
    const changed = rows.map((row, i) => (i === 1 ? row.replace('GET', 'PUT') : row));
    expect(firstBrokenRow(changed.join('\n'), key)).toBe(3);
    expect(firstBrokenRow(rows.join('\n'), deriveKeys('t'.repeat(32)).audit)).toBe(1);
  });

  it('T20: writes one line, whatever a name holds', () => {
    const audit = open();
    audit.write({ ...event, fileName: 'a\r\n{"uniqueIdentifier":9}\u001b[31m' });
    audit.close();
    const text = readFileSync(file, 'utf8');
    expect(text.split('\n')).toHaveLength(2);
    expect(text).not.toContain('\u001b');
  });

  it('does not open over what is no audit log', () => {
    writeFileSync(file, 'not ours');
    expect(open).toThrow();
    appendFileSync(file, '\n');
    expect(open).toThrow();
  });
});
