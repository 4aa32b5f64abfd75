import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const good = {
  dialect: 'hscn',
  environment: 'training',
  upstream: 'https://ers.example.nhs.uk/ers-api/',
  asid: '200000000220',
  fqdn: 'castlegate.example.nhs.uk',
  hostSecret: 'h'.repeat(32),
  cookieSecret: 'c'.repeat(32),
  allowedOrigins: ['https://host.example.nhs.uk'],
};

const from = (config: unknown, args: string[] = []): ReturnType<typeof readConfig> =>
  readConfig({ PROXY_CONFIG: JSON.stringify(config) }, args);

describe('the configuration', () => {
  it('needs little, and is careful by default', () => {
    expect(from(good)).toMatchObject({
      upstream: 'https://ers.example.nhs.uk/ers-api',
      port: 4181,
      host: 'localhost',
      cookie: { secure: true, sameSite: 'Lax', partitioned: false },
      requestsPerSecond: 8,
    });
  });

  it('goes from one dialect to the other by one word', () => {
    const platform = 'https://int.api.service.nhs.uk/referrals/FHIR';
    const both = { ...good, upstream: { hscn: good.upstream, 'api-platform': platform } };
    expect(from(both).upstream).toBe('https://ers.example.nhs.uk/ers-api');
    expect(from({ ...both, dialect: 'api-platform' }).upstream).toBe(platform);
  });

  it('may be the path of a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ers-config-'));
    const path = join(folder, 'proxy.json');
    writeFileSync(path, JSON.stringify(good));
    expect(readConfig({ PROXY_CONFIG: path }).asid).toBe(good.asid);
    rmSync(folder, { recursive: true });
  });

  it('gives way to --port and AUDIT_FILE', () => {
    expect(from({ ...good, port: 1 }, ['--port', '0']).port).toBe(0);
    const env = { PROXY_CONFIG: JSON.stringify(good), AUDIT_FILE: 'audit.jsonl' };
    expect(readConfig(env).auditFile).toBe('audit.jsonl');
    expect(() => from(good, ['--port', 'many'])).toThrow('--port');
  });

  it('asks for no https cookie when every page is on plain localhost', () => {
    const local = { ...good, allowedOrigins: ['http://localhost:4180'] };
    expect(from(local).cookie.secure).toBe(false);
    expect(from({ ...local, cookie: { secure: true } }).cookie.secure).toBe(true);
    const mixed = [...local.allowedOrigins, 'http://localhost.example.uk'];
    expect(from({ ...good, allowedOrigins: mixed }).cookie.secure).toBe(true);
  });

  it.each([
    ['asid', { asid: '123' }],
    ['upstream', { upstream: 'ers.example.nhs.uk' }],
    ['upstream', { upstream: 'https://user:pass@ers.example.nhs.uk' }],
    ['dialect', { dialect: 'fhir4' }],
    ['upstream', { dialect: 'api-platform', upstream: { hscn: good.upstream } }],
    ['upstream.hscn', { upstream: { hscn: 'ers.example.nhs.uk' } }],
    ['hostSecret', { hostSecret: 'short' }],
    ['cookieSecret', { cookieSecret: undefined }],
    ['allowedOrigins', { allowedOrigins: [] }],
    ['allowedOrigins.0', { allowedOrigins: ['*'] }],
    ['allowedOrigins.0', { allowedOrigins: ['https://host.example.nhs.uk/'] }],
    ['port', { port: 70_000 }],
    ['requestsPerSecond', { requestsPerSecond: 11 }],
    ['cookie', { cookie: { secure: false, sameSite: 'None' } }],
    ['cookie', { environment: 'live', cookie: { secure: false } }],
    ['upstream', { environment: 'live', upstream: 'http://ers.example.nhs.uk/ers-api' }],
    ['trainingTime', { trainingTime: 'tomorrow' }],
    [
      'trainingTime',
      {
        environment: 'live',
        upstream: 'https://ers.example.nhs.uk/ers-api',
        trainingTime: '2026-10-16T09:30:00Z',
      },
    ],
    ['unheardOf', { unheardOf: 1 }],
  ])('fails closed and names %s', (path, change) => {
    expect(() => from({ ...good, ...change })).toThrow(`PROXY_CONFIG ${path}: `);
  });

  it('never repeats a secret in its complaint', () => {
    const complaint = (() => {
      try {
        from({ ...good, hostSecret: 'open-sesame', cookieSecret: ['open-sesame'] });
        return '';
      } catch (error) {
        return String(error);
      }
    })();
    expect(complaint).toContain('hostSecret');
    expect(complaint).not.toContain('open-sesame');
  });

  it.each([
    [undefined, 'is not set'],
    ['{ half', 'is not JSON'],
    ['no-such-file.json', 'there is no file'],
  ])('given as %j says that it %s', (text, words) => {
    expect(() => readConfig({ PROXY_CONFIG: text })).toThrow(words);
  });
});
