import type { Letter } from '../domain/letter.ts';
import type { Referral } from '../domain/referral.ts';
import type { LetterSet } from '../ers/verbs/referring.ts';
import type { AttachLettersState, LetterFile } from './attach-letters.ts';
import type { FlowPorts } from './flow-ports.ts';
import { update, type Store } from './flow.ts';
import type { NewestRead } from './reading.ts';

/** What was sent and is not known to have happened. */
export interface SentSet {
  intentId: string;
  set: LetterSet;
  /** Linked before, and not to be afterwards. */
  dropped: readonly string[];
}

/** What the parts of attaching letters work on together. */
export interface LetterDesk {
  ports: FlowPorts;
  store: Store<AttachLettersState>;
  /** Where the bytes of each file come from, by file id. */
  sources: Map<string, () => Promise<File | undefined>>;
  uploads: Map<string, AbortController>;
  uploading: boolean;
  /** The host is asked for its documents. */
  listing: NewestRead;
  /** The set whose linking is not known. */
  unknown?: SentSet | undefined;
  /** Ends with the flow. */
  life: AbortController;
}

export function updateFile(
  { store }: Pick<LetterDesk, 'store'>,
  id: string,
  change: Partial<Omit<LetterFile, 'id'>>,
): void {
  const files = store.state.files.map((file) => (file.id === id ? { ...file, ...change } : file));
  update(store, { files });
}

export function fileOf({ store }: Pick<LetterDesk, 'store'>, id: string): LetterFile | undefined {
  return store.state.files.find((file) => file.id === id);
}

/** What the referrer's letter set holds; files of the provider are not ours to replace. */
export function referrerLetters({ letters }: Referral): Letter[] {
  return letters.filter(({ kind }) => kind === 'REFERRER');
}

/** The letters as read now; what the user unticked stays unticked, what is new is kept. */
function lettersAfter(
  before: AttachLettersState['letters'],
  referral: Referral,
): AttachLettersState['letters'] {
  const unticked = new Set(before.filter(({ keep }) => !keep).map(({ letter }) => letter.url));
  return referrerLetters(referral).map((letter) => ({ letter, keep: !unticked.has(letter.url) }));
}

/** Takes a newer reading of the referral, with everything typed and uploaded as it was. */
export function takeReferral({ store }: Pick<LetterDesk, 'store'>, referral: Referral): void {
  update(store, { referral, letters: lettersAfter(store.state.letters, referral) });
}
