import { expect, it } from 'vitest';
import { startServer } from '../tools/servers.mjs';
import { hangUp, held, json, startErsServer, TOKEN } from './test/ers-server.ts';
import { askForTicket, HOST_SECRET, ORIGIN, Page } from './test/page.ts';
import { PATIENT_A } from './test/running-proxy.ts';

const config = (upstream: string): string =>
  JSON.stringify({
    dialect: 'hscn',
    environment: 'training',
    upstream,
    asid: '200000000220',
    fqdn: 'castlegate.example.nhs.uk',
    hostSecret: HOST_SECRET,
    cookieSecret: 'c'.repeat(32),
    allowedOrigins: [ORIGIN],
  });
const args = ['proxy/main.ts', '--port', '0'];

it('does not start without a whole configuration, and says what is missing', async () => {
  const env = { PROXY_CONFIG: '{}' };
  await expect(startServer({ name: 'proxy', args, env })).rejects.toThrow('PROXY_CONFIG asid');
}, 60_000);

it('has the time of its training system', async () => {
  const ers = await startErsServer();
  const timed = { ...JSON.parse(config(ers.base)), trainingTime: '2020-02-29T12:00:00Z' };
  const env = { PROXY_CONFIG: JSON.stringify(timed) };
  const proxy = await startServer({ name: 'proxy', args, env });
  try {
    const base = `http://localhost:${proxy.port}`;
    const page = new Page(base);
    const { ticket } = (await (await askForTicket(base, TOKEN)).json()) as { ticket: string };
    await page.redeem(ticket);
    await page.chooseRole();
    await page.bind('ctx-a', PATIENT_A);
    ers.on('/STU3', hangUp);
    const identifier = { system: 'nhs-number', value: PATIENT_A };
    const body = { parameter: [{ name: 'patient', valueIdentifier: identifier }] };
    await page.operation({ operation: 'A011', body, idempotencyKey: 'key-1' });
    const listed = await page.call('/session/intents', { method: 'GET' });
    expect(await listed.text()).toContain('"startedAt":"2020-02-29T12:0');
  } finally {
    await proxy.stop();
    await ers.close();
  }
}, 60_000);

it('finishes a write under way before it ends, and takes nothing new', async () => {
  const ers = await startErsServer();
  const proxy = await startServer({ name: 'proxy', args, env: { PROXY_CONFIG: config(ers.base) } });
  try {
    const base = `http://localhost:${proxy.port}`;
    expect(await (await fetch(`${base}/health`)).json()).toEqual({ status: 'ok' });
    const page = new Page(base);
    const { ticket } = (await (await askForTicket(base, TOKEN)).json()) as { ticket: string };
    await page.redeem(ticket);
    await page.chooseRole();
    await page.bind('ctx-a', PATIENT_A);
    const slow = held(json(201, { id: '000000000001' }));
    ers.on('/STU3', slow.reply);
    const identifier = { system: 'nhs-number', value: PATIENT_A };
    const body = { parameter: [{ name: 'patient', valueIdentifier: identifier }] };
    const writing = page.operation({ operation: 'A011', body, idempotencyKey: 'key-1' });
    await expect.poll(() => ers.calls().length).toBe(1);
    proxy.process.kill('SIGTERM');
    await expect
      .poll(() =>
        fetch(`${base}/health`).then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('down');
    expect(proxy.process.exitCode).toBeNull();
    slow.release();
    expect((await writing).status).toBe(201);
    expect(await proxy.ended).toContain('exit code 0');
  } finally {
    await proxy.stop();
    await ers.close();
  }
}, 60_000);
