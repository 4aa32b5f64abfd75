import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Patient } from '../domain/patient.ts';
import { update } from './flow.ts';
import { askHost } from './host-look-up.ts';
import type { RowPatient, WorklistDesk } from './provider-worklist.ts';

/** Most numbers that a host is asked for at a time. */
const BATCH = 50;

/** Which rows are in sight, and whether the host is being asked. */
export interface NameAsker {
  /** Ends with the flow. */
  life: AbortController;
  sight: { from: number; to: number };
  asking?: Promise<void> | undefined;
}

export function namesToAsk(): NameAsker {
  return { life: new AbortController(), sight: { from: 0, to: 0 } };
}

/**
 * Asks the host for the patients of the rows in sight, one batch after another. Rows that have gone
 * out of sight before their turn are not asked for.
 */
export function showNames(desk: WorklistDesk, sight: NameAsker['sight']): Promise<void> {
  const { names } = desk;
  names.sight = sight;
  if (!names.asking && nextBatch(desk).length > 0) names.asking = askInTurn(desk);
  return names.asking ?? Promise.resolve();
}

/** After the rows have changed, for those that are in sight now. */
export function askAnew(desk: WorklistDesk): void {
  void showNames(desk, desk.names.sight);
}

async function askInTurn(desk: WorklistDesk): Promise<void> {
  const { names } = desk;
  for (let batch = nextBatch(desk); batch.length > 0; batch = nextBatch(desk)) {
    take(desk, new Map(batch.map((number) => [number, { status: 'looking-up' }])));
    const found = await ask(desk, batch);
    if (names.life.signal.aborted) return;
    // Who is on no list any more by now is forgotten.
    const { patients } = desk.store.state;
    const wanted = batch.filter((number) => patients.has(number));
    take(desk, new Map(wanted.map((number) => [number, patientIn(found, number)])));
  }
  names.asking = undefined;
}

function nextBatch({ store, names }: WorklistDesk): NhsNumber[] {
  const { rows, patients } = store.state;
  if (!store.isOpen) return [];
  const inSight = rows.slice(Math.max(0, names.sight.from), names.sight.to);
  const numbers = new Set(inSight.map(({ patient }) => patient));
  return [...numbers].filter((number) => !patients.has(number)).slice(0, BATCH);
}

type Answer = ReadonlyMap<NhsNumber, Patient | 'unavailable'> | undefined;

function ask({ ports, names }: WorklistDesk, batch: readonly NhsNumber[]): Promise<Answer> {
  const { lookUps, clock } = ports;
  if (!lookUps.resolvePatients) return Promise.resolve(undefined);
  const { signal } = names.life;
  return askHost((limit) => lookUps.resolvePatients?.(batch, limit), { clock, signal });
}

/** A record under another number is nobody's who was asked for. */
function patientIn(found: Answer, number: NhsNumber): RowPatient {
  const patient = found?.get(number);
  const isTheirs = typeof patient === 'object' && patient.nhsNumber === number;
  return isTheirs ? { status: 'known', patient } : { status: 'unavailable' };
}

function take({ store }: WorklistDesk, told: ReadonlyMap<NhsNumber, RowPatient>): void {
  update(store, { patients: new Map([...store.state.patients, ...told]) });
}
