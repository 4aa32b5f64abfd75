import type { TemplateResult } from 'lit';
import type { ReferStep } from '../../src/flows/refer-patient.ts';
import { bar } from '../../src/ui/steps.ts';
import type { Screen } from './screen.ts';
import { triageOf } from './triage-words.ts';

const TITLE = 'e-Referral Service';
const NAMES: readonly [ReferStep, string][] = [
  ['find', 'Find services'],
  ['check', 'Check and create'],
  ['letters', 'Letters'],
  ['book', 'Book'],
];

/** The bar with the four steps; on a record the steps give way to its name. */
export function stepBar({ flow }: Screen): TemplateResult {
  const { step } = flow.state;
  if (step === 'record') return bar({ title: TITLE, aside: 'Referral record' });
  const current = NAMES.findIndex(([name]) => name === step);
  return bar({
    title: TITLE,
    current,
    steps: NAMES.map(([step, name], index) => ({
      name: step === 'book' && triageOf(flow) ? 'Triage' : name,
      done: isDone(flow, index, current),
    })),
  });
}

/** A step behind is done; letters only when e-RS holds one. */
function isDone(flow: Screen['flow'], index: number, current: number): boolean {
  if (index >= current) return false;
  return NAMES[index]?.[0] !== 'letters' || (flow.letters?.state.letters.length ?? 0) > 0;
}
