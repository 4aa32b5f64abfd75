import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { LetterSet } from '../ers/verbs/referring.ts';
import type { AttachLettersState, AttachPhase } from './attach-letters.ts';
import { update } from './flow.ts';
import { sendJournalled, settleFoundOut } from './journalled-write.ts';
import { referrerLetters, takeReferral, type LetterDesk, type SentSet } from './letter-desk.ts';
import { localProblem, readReferral } from './reading.ts';

/** Links what is kept and what is uploaded as one set, at the version that was read last. */
export async function attach(desk: LetterDesk): Promise<void> {
  const { ports, store } = desk;
  if (!store.isOpen || !canAttach(store.state)) return;
  const refusal = refusalOf(store.state);
  if (refusal) {
    const problem = localProblem(refusal, ports);
    update(store, { phase: { status: 'refused', problem } });
    return;
  }
  const { set, dropped } = setOf(desk);
  update(store, { phase: { status: 'attaching', since: ports.clock.now() } });
  const { result, intentId } = await sendJournalled(
    desk,
    { action: 'attach-letters', ubrn: set.ubrn },
    (options) => ports.client.maintainReferralLetters(set, options),
  );
  if (result.outcome === 'done') showAttached(desk, { referral: result.value, set });
  else if (result.outcome === 'unknown')
    await showUnknown(desk, result.problem, { intentId, set, dropped });
  else await showRefused(desk, result.problem, { intentId, set, dropped });
}

function canAttach({ files, phase }: AttachLettersState): boolean {
  const onTheWay = files.some(({ state }) => /^(waiting|uploading)$/.test(state.status));
  if (onTheWay || phase.status === 'attaching') return false;
  return phase.status !== 'unknown' || phase.rereadAt !== undefined;
}

function refusalOf({
  files,
  letters,
}: AttachLettersState): 'no-changes' | 'field-required' | undefined {
  const adds = files.some(({ state }) => state.status === 'uploaded');
  if (!adds && letters.every(({ keep }) => keep)) return 'no-changes';
  return adds || letters.some(({ keep }) => keep) ? undefined : 'field-required';
}

function setOf({ ports, store }: LetterDesk): Pick<SentSet, 'set' | 'dropped'> {
  const { referral, letters, files } = store.state;
  const now = ports.clock.now();
  const kept = letters
    .filter(({ keep }) => keep)
    .map(({ letter: { url, description, attachedAt } }) => ({
      url,
      description,
      indexed: attachedAt ?? now,
    }));
  const added = files.flatMap(({ state }) =>
    state.status === 'uploaded' ? [{ url: state.url, indexed: state.at }] : [],
  );
  const { ubrn, version } = referral;
  return {
    set: { ubrn, version, letters: [...kept, ...added] },
    dropped: letters.filter(({ keep }) => !keep).map(({ letter }) => letter.url),
  };
}

/** What is linked now leaves the list of files; what was not sent stays on it. */
function showAttached(
  { ports, store }: LetterDesk,
  { referral, set }: { referral: Referral; set: LetterSet },
): void {
  const sent = new Set(set.letters.map(({ url }) => url));
  const { files } = store.state;
  update(store, {
    referral,
    letters: referrerLetters(referral).map((letter) => ({ letter, keep: true })),
    files: files.filter(({ state }) => state.status !== 'uploaded' || !sent.has(state.url)),
    phase: { status: 'attached', at: ports.clock.now() },
  });
}

async function showRefused(desk: LetterDesk, problem: Problem, sent: SentSet): Promise<void> {
  const refused: AttachPhase = { status: 'refused', problem };
  if (problem.reason !== 'referral-changed') {
    update(desk.store, { phase: refused });
    return;
  }
  const now = await readAgain(desk);
  if (!now) update(desk.store, { phase: refused });
  else if (isSaved(now, sent)) showAttached(desk, { referral: now, set: sent.set });
  else showChanged(desk, problem, now);
}

async function showUnknown(desk: LetterDesk, problem: Problem, sent: SentSet): Promise<void> {
  desk.unknown = sent;
  update(desk.store, { phase: { status: 'unknown', problem } });
  await settleByReading(desk, problem, sent);
}

/** Compares what is there with what was sent. Only what is there decides. */
async function settleByReading(desk: LetterDesk, problem: Problem, sent: SentSet): Promise<void> {
  const { ports, store } = desk;
  const now = await readAgain(desk);
  if (!now) return;
  if (isSaved(now, sent)) {
    const { ubrn } = sent.set;
    await settleFoundOut(ports, sent.intentId, { state: 'done', ubrn });
    showAttached(desk, { referral: now, set: sent.set });
    return;
  }
  if (now.version !== sent.set.version) {
    // It named the version before, which e-RS takes no more.
    await settleFoundOut(ports, sent.intentId, { state: 'not-done', problem });
    showChanged(desk, problem, now);
    return;
  }
  update(store, { phase: { status: 'unknown', problem, rereadAt: ports.clock.now() } });
}

function showChanged(desk: LetterDesk, problem: Problem, referral: Referral): void {
  const { store } = desk;
  const before = store.state.letters.map(({ letter }) => letter);
  takeReferral(desk, referral);
  update(store, { phase: { status: 'changed', problem, before, now: referrerLetters(referral) } });
}

function isSaved(referral: Referral, { set, dropped }: SentSet): boolean {
  const linked = new Set(referral.letters.map(({ url }) => url));
  return set.letters.every(({ url }) => linked.has(url)) && !dropped.some((url) => linked.has(url));
}

async function readAgain({ ports, store, life }: LetterDesk): Promise<Referral | undefined> {
  const read = await readReferral(ports, store.state.referral.ubrn, life.signal);
  return read?.ok ? read.value : undefined;
}

/** By hand, where the reading that follows by itself has failed or a newer one is wanted. */
export async function reread(desk: LetterDesk): Promise<void> {
  const { store, unknown } = desk;
  const { phase } = store.state;
  if (phase.status === 'unknown' && unknown) await settleByReading(desk, phase.problem, unknown);
  if (phase.status !== 'changed') return;
  const now = await readAgain(desk);
  if (now) showChanged(desk, phase.problem, now);
}
