import { describe, expect, it } from 'vitest';
import type { Machine } from './chromium.mjs';
import { findChromium, provideChromium } from './chromium.mjs';

interface FakeMachine extends Machine {
  files: Set<string>;
  commands: string[];
  said: string[];
}

function machineWith(files: string[], own: Partial<Machine> = {}): FakeMachine {
  const there = new Set(files);
  const commands: string[] = [];
  const said: string[] = [];
  return {
    env: {},
    home: '/home/user',
    isRoot: false,
    exists: (path) => [...there].some((file) => file === path || file.startsWith(`${path}/`)),
    list: (folder) => {
      const below = [...there].filter((file) => file.startsWith(`${folder}/`));
      return below.map((file) => file.slice(folder.length + 1).split('/')[0] ?? '');
    },
    run: (command, args) => commands.push([command, ...args].join(' ')) > 0,
    say: (sentence) => said.push(sentence),
    files: there,
    commands,
    said,
    ...own,
  };
}

function rootMachineWhoseAptInstalls(file: string): FakeMachine {
  const machine = machineWith(['/usr/bin/apt-get'], { isRoot: true });
  machine.run = (command, args) => {
    machine.commands.push([command, ...args].join(' '));
    if (args[0] === 'install') machine.files.add(file);
    return true;
  };
  return machine;
}

const CACHED = '.cache/ms-playwright/chromium-1234/chrome-linux/chrome';

describe('finding Chromium', () => {
  it('takes the program that CHROME_PATH names', () => {
    const machine = machineWith(['/opt/chrome', '/usr/bin/chromium'], {
      env: { CHROME_PATH: '/opt/chrome' },
    });
    expect(provideChromium(machine)).toBe('/opt/chrome');
  });

  it('fails rather than take another when CHROME_PATH names nothing', () => {
    const machine = machineWith(['/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/chrome' } });
    expect(() => provideChromium(machine)).toThrow('CHROME_PATH names /opt/chrome');
  });

  it('takes the one of the system before the one Playwright keeps', () => {
    const machine = machineWith(['/usr/bin/google-chrome', `/home/user/${CACHED}`]);
    expect(provideChromium(machine)).toBe('/usr/bin/google-chrome');
  });

  it('takes the one Playwright keeps', () => {
    const machine = machineWith([`/home/user/${CACHED}`]);
    expect(provideChromium(machine)).toBe(`/home/user/${CACHED}`);
  });

  it('looks for Playwright’s where its own variable says', () => {
    const machine = machineWith(['/cache/chromium-1/chrome-linux64/chrome'], {
      env: { PLAYWRIGHT_BROWSERS_PATH: '/cache' },
    });
    expect(findChromium(machine)).toBe('/cache/chromium-1/chrome-linux64/chrome');
  });

  it('installs nothing when there is one', () => {
    const machine = machineWith(['/usr/bin/apt-get', '/usr/bin/chromium'], { isRoot: true });
    provideChromium(machine);
    expect(machine.commands).toEqual([]);
  });

  it('as root, installs Debian’s package and fonts, lists first, and says so', () => {
    const machine = rootMachineWhoseAptInstalls('/usr/bin/chromium');
    expect(provideChromium(machine)).toBe('/usr/bin/chromium');
    expect(machine.commands[0]).toMatch(/^apt-get update/);
    expect(machine.commands[1]).toMatch(/^apt-get install .*-y .*chromium fonts-/);
    expect(machine.said.join()).toContain('installing chromium');
  });

  it('fails when the installation brought no Chromium', () => {
    const machine = rootMachineWhoseAptInstalls('/usr/bin/something-else');
    expect(() => provideChromium(machine)).toThrow('apt-get did not install Chromium');
  });

  it.each([
    ['the user is not root', machineWith(['/usr/bin/apt-get'])],
    ['there is no apt-get', machineWith([], { isRoot: true })],
  ])('says what to install when %s', (_, machine) => {
    expect(() => provideChromium(machine)).toThrow(/Install Chromium, Chrome or Edge/);
    expect(machine.commands).toEqual([]);
  });
});
