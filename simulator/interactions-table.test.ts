import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOpenapi, reasonWithoutOpenapi } from '../test/contract/openapi.ts';
import { interactionNames } from './control/interaction-names.ts';
import type { Dialect } from './core/model.ts';
import type { SwitchName } from './core/switches.ts';
import { switchNames } from './core/switches.ts';
import { createSession } from './hscn/a001-create-session.ts';
import { selectSessionRole } from './hscn/a002-select-role.ts';
import { deleteSession } from './hscn/a003-delete-session.ts';
import { r4Interactions } from './platform/r4/interactions.ts';
import { stu3Interactions } from './stu3/interactions.ts';
import { dialects, openDesks } from './test/desks.ts';
import { generalProbes } from './test/general-probes.ts';
import { newSimulator, sendTo } from './test/hscn-caller.ts';
import { probes } from './test/switch-probes.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const index = join(process.env['ERS_CONTRACT'] ?? '../shared/ers', 'examples', 'index.json');

interface Cell {
  /** `sample`, `documented` or `–`. */
  known: string;
  switches: string[];
}

function cellOf(text: string): Cell {
  const [known = '', deduced = ''] = text.split(': ');
  const switches = [...deduced.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  return { known: known.trim(), switches };
}

type Row = Record<Dialect, Cell> & { id: string; name: string };

function readTable(): Row[] {
  const rows = readme.matchAll(/^\| (A\d{3}) +\|([^|]+)\|([^|]+)\|([^|]+)\|$/gm);
  return [...rows]
    .filter(([line]) => !/\| `\w+` +\|$/.test(line))
    .map(([, id = '', name = '', hscn = '', platform = '']) => ({
      id,
      name: name.trim(),
      hscn: cellOf(hscn.trim()),
      'api-platform': cellOf(platform.trim()),
    }));
}

/** What the rows of single fields say of the answers over HSCN; contract.test.ts holds them true. */
function fieldSwitches(id: string): string[] {
  const rows = readme.matchAll(/^\| (A\d{3}[^|]*?) +\| `[^`]+` +\|[^|]+\| `(\w+)` +\|$/gm);
  return [...rows].filter(([, ids = '']) => ids.includes(id)).map(([, , name = '']) => name);
}

/** Needs a list of over 10 MB, so that it is shown in http/answer-limit.test.ts alone. */
const shownElsewhere: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  hscn: { A008: 'largeAnswersOverHscn' },
  'api-platform': {},
};

function expectedSwitches(id: string, dialect: Dialect): string[] {
  const probed = Object.entries(probes[dialect]).filter(([, asks]) => id in asks);
  const fields = dialect === 'hscn' ? fieldSwitches(id) : [];
  const elsewhere = shownElsewhere[dialect][id] ?? [];
  return [...new Set([...fields, ...probed.map(([name]) => name), elsewhere].flat())].sort();
}

const table = readTable();
const sessions = [createSession, selectSessionRole, deleteSession];
const bases: Readonly<Record<Dialect, (release: string) => string>> = {
  hscn: () => '/ers-api/STU3/v1',
  'api-platform': (release) => `/referrals/FHIR/${release}`,
};

/** Method and path of every interaction that the dialect answers. */
function offered(dialect: Dialect): { id: string; method: string; path: string }[] {
  const fhir = [...stu3Interactions, ...r4Interactions].flatMap(({ id, method, release, on }) =>
    (on[dialect]?.paths ?? []).map((path) => ({
      id,
      method,
      path: bases[dialect](release ?? 'STU3') + path,
    })),
  );
  if (dialect === 'api-platform') return fhir;
  const own = sessions.flatMap(({ id, method, paths }) =>
    paths.map((path) => ({ id, method, path: `/ers-api/v1${path}` })),
  );
  return [...own, ...fhir];
}

describe.each(dialects)('the table of interactions in the README, %s', (dialect) => {
  it('has those that answer a request, and no others', async () => {
    const simulator = newSimulator();
    for (const { method, path } of offered(dialect)) {
      const url = `http://localhost${path.replaceAll(/:\w+/g, '1')}`;
      await sendTo(simulator, url, { method });
    }
    const counted = await sendTo(simulator, 'http://localhost/__simulator/state', {});
    const listed = table.filter((row) => row[dialect].known !== '–').map(({ id }) => id);
    expect(listed).toEqual(Object.keys(counted.body.requests).sort());
    expect(listed.length).toBeGreaterThan(25);
  });

  it('says sample where the contract has an answer, and else that it is documented', (context) => {
    context.skip(!existsSync(index), `There is no file ${index}`);
    const samples = JSON.parse(readFileSync(index, 'utf8')) as Record<string, string>[];
    const called = dialect === 'hscn' ? 'hscn' : 'platform';
    const answered = samples
      .filter((one) => one['kind'] === 'response' && one['dialect'] === called)
      .map((one) => one['interaction']);
    const told = table.map((row) => [row.id, row[dialect].known]);
    const known = table.map(({ id, [dialect]: cell }) => {
      if (cell.known === '–') return [id, '–'];
      return [id, answered.includes(id) ? 'sample' : 'documented'];
    });
    expect(told).toEqual(known);
  });

  it('names the switches of what is deduced', () => {
    const named = table.map((row) => [row.id, row[dialect].switches]);
    expect(named).toEqual(table.map(({ id }) => [id, expectedSwitches(id, dialect)]));
  });

  const asked = Object.entries(probes[dialect]).flatMap(([name, asks]) =>
    Object.entries(asks).map(([id, ask]) => ({ name: name as SwitchName, id, ask })),
  );

  const general = Object.entries(generalProbes[dialect]).map(([name, ask]) => ({
    name: name as SwitchName,
    id: 'one of many interactions',
    ask,
  }));

  it.each([...asked, ...general])('$name changes what $id answers', async ({ name, ask }) => {
    const answerWhen = async (on: boolean): Promise<string> => {
      const desks = await openDesks(dialect);
      desks.simulator.core.switches[name] = on;
      const { status, headers, text } = await ask(desks);
      return `${status} ${headers.get('ETag')} ${text}`;
    };
    const on = await answerWhen(true);
    expect(await answerWhen(true)).toBe(on);
    expect(await answerWhen(false)).not.toBe(on);
  });
});

it('every switch is shown to change an answer', () => {
  const shown = dialects.flatMap((dialect) => [
    ...Object.keys(probes[dialect]),
    ...Object.keys(generalProbes[dialect]),
    ...Object.values(shownElsewhere[dialect]),
    ...table.flatMap(({ id }) => fieldSwitches(id)),
  ]);
  expect(switchNames.filter((name) => !shown.includes(name))).toEqual([]);
});

it('the table says what each interaction does in the words of the control page', () => {
  expect(Object.fromEntries(table.map(({ id, name }) => [id, name]))).toEqual(interactionNames);
});

it('the table lists nothing for the platform that its specification does not have', (context) => {
  context.skip(Boolean(reasonWithoutOpenapi), reasonWithoutOpenapi);
  const listed = table.filter((row) => row['api-platform'].known !== '–').map(({ id }) => id);
  expect(listed).toEqual(readOpenapi().interactions.sort());
});
