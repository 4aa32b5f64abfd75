import type { DrivenStep } from './check.ts';
import { widgetChecks } from './checks/widgets.ts';
import type { Harness } from './harness.ts';
import { adapterOfReturn, demoHarnesses } from './harnesses/demo.ts';
import { reportOf, type Report } from './report.ts';
import { runChecks, type Tried } from './run.ts';

const STEPS: Record<DrivenStep, string> = {
  'open-first': 'In your system, open the record of the first patient again.',
  'open-second': 'In your system, open the record of the second patient.',
  'close-patient': 'In your system, close the record, so that none is open.',
  'log-out': 'In your system, log out.',
  'refuse-write-back': 'Let your system refuse the next letter that is filed.',
};
const RESULTS = { passed: 'Passed', failed: 'Failed', 'not-offered': 'Not offered' } as const;

function byId<T extends HTMLElement = HTMLElement>(id: string, type?: new () => T): T {
  const element = document.getElementById(id);
  if (!element || (type && !(element instanceof type))) throw new Error(`There is no #${id}`);
  return element as T;
}

const adapters = byId('adapter', HTMLSelectElement);
const address = byId('address', HTMLInputElement);

for (const name of Object.keys(demoHarnesses)) adapters.append(new Option(name, name));
adapters.value =
  adapterOfReturn() ?? new URLSearchParams(location.search).get('adapter') ?? adapters.value;

function byHand(step: DrivenStep): Promise<void> {
  byId('by-hand-words').textContent = STEPS[step];
  byId('by-hand').hidden = false;
  byId('by-hand-title').focus();
  return new Promise((resolve) => {
    const done = (): void => {
      byId('by-hand').hidden = true;
      resolve();
    };
    byId('done').addEventListener('click', done, { once: true });
  });
}

async function harnessChosen(): Promise<Harness> {
  if (address.value) {
    const module = (await import(
      /* @vite-ignore */ new URL(address.value, location.href).href
    )) as {
      default: Harness;
    };
    return module.default;
  }
  const make = demoHarnesses[adapters.value];
  if (!make) throw new Error(`There is no adapter ${adapters.value}.`);
  return make();
}

function row({ check, result, seen }: Tried): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.dataset['result'] = result;
  line.dataset['check'] = check.id;
  const because = document.createElement('span');
  because.className = 'because';
  because.textContent = check.because;
  const cells = [RESULTS[result], check.must, seen].map((words) => {
    const cell = document.createElement('td');
    cell.textContent = words;
    return cell;
  });
  cells[1]?.append(because);
  line.append(...cells);
  return line;
}

function showFacts({ host, adapter, adapterVersion, at, browser, counts }: Report): void {
  const facts = {
    Host: host,
    Adapter: `${adapter}, version ${adapterVersion}, protocol 1`,
    'Tried at': at,
    Browser: browser,
    Results: `${counts.passed} passed, ${counts.failed} failed, ${counts['not-offered']} not offered`,
  };
  byId('facts').replaceChildren(
    ...Object.entries(facts).flatMap(([name, value]) => {
      const [term, fact] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = name;
      fact.textContent = value;
      return [term, fact];
    }),
  );
}

async function run(): Promise<void> {
  const say = (words: string): void => void (byId('progress').textContent = words);
  byId('rows').replaceChildren();
  byId('report').hidden = false;
  say('Launching the adapter.');
  const harness = await harnessChosen();
  const { id: adapter } = await harness.launch();
  let count = 0;
  const tried = await runChecks(harness, {
    stage: byId('stage'),
    widgetChecks,
    byHand,
    onTried(one) {
      count += 1;
      byId('rows').append(row(one));
      say(`${count} checks done. Last: ${one.check.must}`);
    },
  });
  const seen = { adapter, at: new Date().toISOString(), browser: navigator.userAgent };
  const report = reportOf(harness, tried, seen);
  showFacts(report);
  const file = new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' });
  byId('save', HTMLAnchorElement).href = URL.createObjectURL(file);
  const { failed } = report.counts;
  say(
    failed === 0 ? 'All checks are done. None failed.' : `All checks are done. ${failed} failed.`,
  );
  byId('report-title').focus();
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  run().catch((error: unknown) => {
    byId('progress').textContent =
      `The run has stopped: ${error instanceof Error ? error.message : 'unknown error'}`;
  });
});
byId('print').addEventListener('click', () => print());
// Pressed before, the form would load the page again, and what a launch brought would be lost.
byId('run', HTMLButtonElement).disabled = false;
