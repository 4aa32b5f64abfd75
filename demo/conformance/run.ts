import {
  failed,
  notOffered,
  type Bench,
  type Check,
  type DrivenStep,
  type Finding,
  type Notice,
} from './check.ts';
import { contextChecks } from './checks/context.ts';
import { disconnects, logsOut } from './checks/ending.ts';
import { keepingChecks } from './checks/keeping.ts';
import { launchChecks } from './checks/launch.ts';
import { lookUpChecks } from './checks/look-ups.ts';
import type { HostSession, SessionEnd } from '../../entries/host.ts';
import type { Harness } from './harness.ts';

export interface Tried extends Finding {
  check: Check;
}

export interface Conditions {
  stage: HTMLElement;
  /** Those of the widgets themselves, where there is an e-RS to speak to. */
  widgetChecks: readonly Check[];
  /** Asks the person at the page to do something in their host, and waits until they say so. */
  byHand(step: DrivenStep): Promise<void>;
  /** Told after each check. */
  onTried(tried: Tried): void;
}

const CONNECT_LIMIT_MS = 10_000;

/** Every check in its order, each from the first patient's record. Never rejects. */
export async function runChecks(
  harness: Harness,
  conditions: Conditions,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const note = (one: Tried): void => {
    tried.push(one);
    conditions.onTried(one);
  };
  const opened = await openBench(harness, conditions);
  if ('problem' in opened) {
    note({ check: CONNECTS, ...failed(opened.problem) });
    return tried;
  }
  note({ check: CONNECTS, result: 'passed', seen: 'The adapter connected.' });
  const ownChecks = [...launchChecks, ...contextChecks, ...lookUpChecks, ...keepingChecks];
  for (const check of [...ownChecks, disconnects, ...conditions.widgetChecks, logsOut]) {
    note({ check, ...(await tryOne(check, opened.bench)) });
  }
  return tried;
}

const CONNECTS: Check = {
  id: 'connects',
  must: 'The adapter connects within 10 seconds.',
  because: 'Nothing else can be tried before.',
  run: () => Promise.reject(new Error('It is tried before all others.')),
};

const ONE_PATIENT = 'A launch of this host is for one patient: another patient is another launch.';

async function tryOne(check: Check, bench: Bench): Promise<Finding> {
  if (check.changesPatient && bench.harness.oneLaunch) return notOffered(ONE_PATIENT);
  try {
    return await check.run(bench);
  } catch (error) {
    return failed(`It ended in an error: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

async function openBench(
  harness: Harness,
  { stage, byHand }: Conditions,
): Promise<{ bench: Bench } | { problem: string }> {
  const notices: Notice[] = [];
  const relaunch = async (): Promise<HostSession> => {
    const adapter = await harness.launch();
    return adapter.connect({ signal: AbortSignal.timeout(CONNECT_LIMIT_MS) });
  };
  try {
    const session = await relaunch();
    session.onContextChange((change) => {
      notices.push({ change, contextIdThen: session.getContext().contextId });
      return { status: 'accepted' };
    });
    const ended = new Promise<SessionEnd>((resolve) => void session.onSessionEnd(resolve));
    const drive = driving(harness, byHand);
    const wait = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => setTimeout(resolve, milliseconds));
    return { bench: { harness, session, notices, ended, drive, relaunch, wait, stage } };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'It did not connect.' };
  }
}

function driving(harness: Harness, byHand: Conditions['byHand']): Bench['drive'] {
  const act: Bench['drive'] = (step) => driverOf(harness, step)?.() ?? byHand(step);
  let loggedOut: Promise<void> | undefined;
  // The only launch cannot be logged out of twice, and nobody is asked to.
  const isLast = (step: DrivenStep): boolean => step === 'log-out' && harness.oneLaunch === true;
  return (step) => (isLast(step) ? (loggedOut ??= act(step)) : act(step));
}

function driverOf(harness: Harness, step: DrivenStep): (() => Promise<void>) | undefined {
  const [first, second] = harness.patients;
  const { openPatient } = harness;
  const drivers: Record<DrivenStep, (() => Promise<void>) | undefined> = {
    'open-first': openPatient && (() => openPatient(first)),
    'open-second': openPatient && (() => openPatient(second)),
    'close-patient': harness.closePatient,
    'log-out': harness.logOut,
    'refuse-write-back': harness.refuseWriteBack,
  };
  return drivers[step];
}
