import { html, type TemplateResult } from 'lit';
import type {
  AttachLettersFlow,
  AttachLettersState,
  LetterFile,
} from '../../src/flows/attach-letters.ts';
import { button } from '../../src/ui/button.ts';
import { commitArea } from '../../src/ui/commit-area.ts';
import type { Fact } from '../../src/ui/facts.ts';
import { counted, lengthOfTime } from '../../src/ui/format.ts';
import { isMadeHere } from './made-here.ts';
import { call, type Screen } from './screen.ts';
import { triageOf } from './triage-words.ts';
import { ubrnTogether } from './words.ts';

/** What saving would do to the set of files. */
export interface AttachPlan {
  kept: number;
  removed: readonly string[];
  added: readonly string[];
  uploading: readonly string[];
  left: readonly string[];
}

export function attachPlan({ letters, files }: AttachLettersState): AttachPlan {
  const named = (...statuses: string[]): string[] =>
    files.filter(({ state }) => statuses.includes(state.status)).map(({ name }) => name);
  return {
    kept: letters.filter(({ keep }) => keep).length,
    removed: letters.filter(({ keep }) => !keep).map(({ letter }) => letter.name),
    added: named('uploaded'),
    uploading: named('waiting', 'uploading'),
    left: files.filter(isLeft).map(leftName),
  };
}

function isLeft({ state }: LetterFile): boolean {
  return state.status === 'not-uploaded' || state.status === 'refused';
}

/** A file of the same name may well be attached: then it is the second that is left out. */
function leftName({ name, state }: LetterFile): string {
  const isDouble = state.status === 'refused' && state.reason === 'duplicate-file-name';
  return isDouble ? `a second ${name}` : name;
}

export function attachArea(screen: Screen, letters: AttachLettersFlow): TemplateResult {
  const { state } = letters;
  const plan = attachPlan(state);
  const ubrn = ubrnTogether(state.referral.ubrn);
  const done = isUnchanged(state) || isNoneMeant(screen, letters);
  return commitArea({
    doing: html`${done ? doneWords(screen, state) : doingWords(state, plan)} ${ubrn} for`,
    patient: screen.session.patient,
    today: screen.today,
    facts: done ? [] : planFacts(state, plan),
    note: waitingNote(screen, state),
    primary: done ? goToBook(screen, 'primary') : attachButton(screen, letters, plan),
    back: done ? undefined : goToBook(screen, 'link'),
    training: screen.session.environment === 'training',
  });
}

/** The user said at the create that no letter is to come, and has chosen none since. */
function isNoneMeant({ flow }: Screen, { state }: AttachLettersFlow): boolean {
  return (
    isMadeHere(flow, state.referral.ubrn) &&
    flow.create.state.letterIntention === 'NOT_INTENDING_TO_ADD' &&
    state.phase.status === 'editing' &&
    state.files.length + state.letters.length === 0
  );
}

/** e-RS holds letters, and nothing is chosen or under way that would change them. */
function isUnchanged({ phase, letters, files }: AttachLettersState): boolean {
  const isAtRest = phase.status === 'attached' || phase.status === 'editing';
  return isAtRest && letters.length > 0 && files.every(isLeft) && letters.every(({ keep }) => keep);
}

function doneWords({ flow }: Screen, { referral }: AttachLettersState): string {
  return referral.appointment || triageOf(flow) ? 'You are at the letters of' : 'You can now book';
}

function doingWords({ letters: linked }: AttachLettersState, { added }: AttachPlan): string {
  if (linked.length > 0) return 'You are changing the files of';
  return `You are attaching ${added.length > 0 ? counted(added.length, 'file') : 'files'} to`;
}

/** The set was saved and nothing has been changed since. */
export function isSaved({ state }: AttachLettersFlow): boolean {
  return state.phase.status === 'attached' && isUnchanged(state);
}

function planFacts({ letters }: AttachLettersState, plan: AttachPlan): Fact[] {
  const { kept, added, removed, left } = plan;
  const all = counted(kept + added.length, 'file');
  const value = `${kept} stay, ${added.length} added, ${removed.length} removed: ${all} in all`;
  return [
    ...(letters.length > 0 ? [{ label: 'Then', value, strong: true }] : []),
    ...(left.length > 0 ? [{ label: 'Not included', value: left.join(', ') }] : []),
  ];
}

function waitingNote({ elapsed }: Screen, { phase }: AttachLettersState): string | undefined {
  return phase.status === 'attaching'
    ? `Waiting for e-RS: ${lengthOfTime(elapsed)} so far. It was sent once. Keep this page open.`
    : undefined;
}

function attachButton(
  { session, whyNotSend }: Screen,
  { state, actions }: AttachLettersFlow,
  plan: AttachPlan,
): TemplateResult {
  const count = plan.kept + plan.added.length;
  return button({
    id: 'attach',
    kind: 'primary',
    label: attachLabel(count, state.letters.length > 0),
    busy: state.phase.status === 'attaching' ? 'Attaching…' : undefined,
    unavailable: session.can('attach-letters')
      ? (whyNotAttach(state, plan) ?? whyNotSend)
      : 'Not available for your role. A referring clinician or their admin can attach letters.',
    onPress: call(actions.attach),
  });
}

function attachLabel(count: number, replaces: boolean): string {
  const files = counted(count, 'file');
  if (replaces) return `Replace with ${count === 1 ? 'this' : 'these'} ${files}`;
  return `Attach ${count > 0 ? files : 'files'}`;
}

function whyNotAttach({ phase }: AttachLettersState, plan: AttachPlan): string | undefined {
  const { uploading, kept, added, removed } = plan;
  if (phase.status === 'unknown' && !phase.rereadAt) {
    return 'Not available yet: read the referral again first.';
  }
  if (uploading.length > 0) {
    return `Not available yet: ${uploading.join(', ')} is still uploading. Stop it to attach the others now.`;
  }
  if (added.length + removed.length === 0) return 'Not available yet: choose a file first.';
  return kept + added.length === 0 ? 'Not available: at least 1 file must stay.' : undefined;
}

/** Booking does not wait for the letter. While it is attached the note above says why not. */
function goToBook({ flow }: Screen, kind: 'primary' | 'link'): TemplateResult {
  const { referral, phase } = flow.letters?.state ?? {};
  const triage = triageOf(flow);
  const isLast = triage === 'at-once' && referral && isMadeHere(flow, referral.ubrn);
  const step = referral?.appointment && !isLast ? 'record' : 'book';
  const bookLabel = `${kind === 'primary' ? 'Go' : 'Attach later: go'} on to ${triage ? 'triage' : 'book'}`;
  const label = step === 'record' ? 'Back to the record' : bookLabel;
  return button({
    id: 'go-on',
    label,
    kind,
    busy: phase?.status === 'attaching' ? label : undefined,
    onPress: () => flow.actions.goTo(step),
  });
}
