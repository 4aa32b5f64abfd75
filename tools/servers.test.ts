import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './run.mjs';
import { portOfReadyLine, startServer } from './servers.mjs';

const LISTENS = `
  import { createServer } from 'node:http';
  const server = createServer((_, answer) => answer.end(process.env.GREETING));
  server.listen(0, 'localhost', () => {
    console.log(JSON.stringify({ listening: 'greeter', port: server.address().port }));
  });
`;

const STARTS_AND_WAITS = `
  import { startServer } from AT;
  console.log((await startServer({ name: 'greeter', args: ARGS })).port);
`;

describe('a server started as a process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ers-servers-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function script(source: string): string[] {
    const path = join(folder, 'server.mjs');
    writeFileSync(path, source);
    return [path];
  }

  it('is ready when it answers on the port it named, with the environment it was given', async () => {
    const env = { GREETING: 'good morning' };
    const server = await startServer({ name: 'greeter', args: script(LISTENS), env });
    const answer = await fetch(`http://localhost:${server.port}/`);
    expect(await answer.text()).toBe('good morning');
    await server.stop();
    await expect(fetch(`http://localhost:${server.port}/`)).rejects.toThrow();
    expect(await server.ended).toMatch(/^The greeter stopped/);
  });

  it('is refused with its own words when it ends before it listens', async () => {
    const args = script(`console.error('no such file: config.json'); process.exitCode = 3;`);
    await expect(startServer({ name: 'proxy', args })).rejects.toThrow(
      /The proxy stopped \(exit code 3\)[^]*no such file: config\.json/,
    );
  });

  it('is refused when it stays silent', async () => {
    const args = script('setInterval(() => {}, 1000)');
    await expect(startServer({ name: 'proxy', args, readyWithinMs: 300 })).rejects.toThrow(
      'did not say within 0.3 s that it listens',
    );
  });

  it('ends with the process that started it, also when that one is killed', async () => {
    const servers = JSON.stringify(join(ROOT, 'tools/servers.mjs'));
    const args = JSON.stringify(script(LISTENS));
    const parent = spawn(
      process.execPath,
      ['--input-type=module', '-e', STARTS_AND_WAITS.replace('ARGS', args).replace('AT', servers)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [port] = (await once(parent.stdout, 'data')) as [Buffer];
    const address = `http://localhost:${port.toString().trim()}/`;
    expect((await fetch(address)).ok).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => fetch(address).catch(() => 'gone'), { timeout: 5_000 }).toBe('gone');
  });

  it('ends when stopped twice', async () => {
    const server = await startServer({ name: 'greeter', args: script(LISTENS) });
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(server.process.signalCode).toBe('SIGTERM');
  });
});

describe('the line that says a server listens', () => {
  it.each([
    ['{"listening":"proxy","port":4181}', 4181],
    ['{"listening":"proxy","port":"4181"}', undefined],
    ['{"port":4181}', undefined],
    ['{ half a line', undefined],
    ['proxy on port 4181', undefined],
  ])('reads %s as %s', (line, port) => {
    expect(portOfReadyLine(line)).toBe(port);
  });
});
