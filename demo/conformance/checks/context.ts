import {
  failed,
  notOffered,
  passed,
  unless,
  type Bench,
  type Check,
  type Notice,
} from '../check.ts';
import { until } from '../until.ts';

/** Changes and waits for nothing more: by the time the host shows another record, it was told. */
async function noticesOf(bench: Bench, step: Parameters<Bench['drive']>[0]): Promise<Notice[]> {
  const before = bench.notices.length;
  await bench.drive(step);
  return bench.notices.slice(before);
}

const NOBODY = 'Nobody was told of the change by the time the host showed the other record.';

const told: Check = {
  id: 'change-told-first',
  must: 'The widgets are told of another patient before the host shows them.',
  because:
    'Until they are told, the former patient’s referral stays on screen beside the new record.',
  async run(bench) {
    const [notice, ...others] = await noticesOf(bench, 'open-second');
    if (!notice) return failed(NOBODY);
    const [, second] = bench.harness.patients;
    const wrong = [
      others.length > 0 && `it was told ${others.length + 1} times`,
      notice.change.kind !== 'patient-open' && `its kind was ${notice.change.kind}`,
      notice.change.next?.patient?.nhsNumber !== second.nhsNumber.replaceAll(' ', '') &&
        'it did not name the patient who was opened',
    ].filter(Boolean);
    return unless(wrong.join('; '), 'It was told once, with the patient who was opened.');
  },
};

const current: Check = {
  id: 'context-current-in-notice',
  must: 'When the widgets are told, getContext already gives the new context.',
  because: 'Widgets that ask and get the former patient work on with them.',
  async run(bench) {
    const [notice] = await noticesOf(bench, 'open-first');
    if (!notice) return failed(NOBODY);
    return unless(
      notice.contextIdThen !== notice.change.next?.contextId &&
        'getContext still gave the former one.',
      'It gave the new one.',
    );
  },
};

const rising: Check = {
  id: 'seq-rises',
  must: 'Each context has a higher seq and a contextId of its own.',
  because: 'A late notice of an earlier patient must be told from a new one.',
  async run(bench) {
    const before = bench.session.getContext();
    await bench.drive('open-second');
    await bench.drive('open-first');
    const after = bench.session.getContext();
    const wrong = [
      after.seq <= before.seq && 'seq did not rise',
      after.contextId === before.contextId &&
        'the same patient opened again has the contextId of the first time',
    ].filter(Boolean);
    return unless(wrong.join('; '), 'Two changes gave two higher numbers and other ids.');
  },
};

const closed: Check = {
  id: 'close-told',
  must: 'Closing the record is told, and leaves no patient in the context.',
  because: 'A referral that stays on screen without a record belongs to nobody.',
  async run(bench) {
    const [notice] = await noticesOf(bench, 'close-patient');
    const { patient } = bench.session.getContext();
    await bench.drive('open-first');
    if (!notice) return failed('Nobody was told that the record was closed.');
    const wrong = [
      notice.change.kind !== 'patient-close' && `its kind was ${notice.change.kind}`,
      patient && 'the context still named a patient',
    ].filter(Boolean);
    return unless(wrong.join('; '), 'It was told, and no patient was left.');
  },
};

const conflict: Check = {
  id: 'conflict-heard',
  must: 'The host learns that unsent work stood in the way of a change.',
  because: 'A host that cannot hear it cannot warn the user or bring them back.',
  async run(bench) {
    const { harness, session } = bench;
    if (!harness.conflictsSeen) return notOffered('The harness does not tell what the host hears.');
    const before = harness.conflictsSeen();
    const stop = session.onContextChange(() => ({ status: 'conflict', reason: 'unsent-work' }));
    await bench.drive('open-second');
    const isHeard = await until(() => harness.conflictsSeen?.() !== before, 1_000);
    stop();
    await bench.drive('open-first');
    return unless(!isHeard && 'The host heard nothing.', 'The host heard it.');
  },
};

const back: Check = {
  id: 'goes-back',
  must: 'The host opens the record that the widgets ask for.',
  because: 'It is the way back to a referral that was left half-way.',
  async run(bench) {
    const { session, harness } = bench;
    if (!session.openPatient) return notOffered('The host has no openPatient.');
    await bench.drive('open-second');
    const [first] = harness.patients;
    const before = bench.notices.length;
    await session.openPatient(first.nhsNumber.replaceAll(' ', '') as never);
    const isBack = await until(
      () => session.getContext().patient?.nhsNumber === first.nhsNumber.replaceAll(' ', ''),
      1_000,
    );
    if (!isBack) await bench.drive('open-first');
    return unless(
      (!isBack && 'Another record was open a second later.') ||
        (bench.notices.length === before && 'It was opened, but the widgets were not told.'),
      'It was opened, and told as any change.',
    );
  },
};

const unsubscribed: Check = {
  id: 'listener-left',
  must: 'A listener that has left is not told any more.',
  because: 'Widgets that are gone must not answer for those on screen.',
  async run(bench) {
    let told = 0;
    const leave = bench.session.onContextChange(() => {
      told += 1;
      return { status: 'accepted' };
    });
    leave();
    await bench.drive('open-second');
    await bench.drive('open-first');
    return told === 0 ? passed('It was not.') : failed(`It was told ${told} times.`);
  },
};

export const contextChecks: readonly Check[] = [
  told,
  current,
  rising,
  closed,
  conflict,
  back,
  unsubscribed,
].map((check) => ({ ...check, changesPatient: true }));
