import type { Instant } from '../domain/instant.ts';
import { parseInstant } from '../domain/instant.ts';
import type { Referral } from '../domain/referral.ts';
import { parseUbrn, type Ubrn } from '../domain/ubrn.ts';
import type { AttachLettersState, LetterFile } from './attach-letters.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { FlowPorts } from './flow-ports.ts';
import { update, type Store } from './flow.ts';
import type { ReferPatientState } from './refer-patient.ts';

/** A file that is in e-RS's store. */
export interface UploadedFile {
  url: string;
  name: string;
  /** Bytes. */
  size: number;
  source: LetterFile['source'];
  at: Instant;
}

/** Uploaded for a referral, and linked to it by nothing yet. */
export interface UnattachedLetters {
  ubrn: Ubrn;
  files: readonly UploadedFile[];
}

/** Remembers what was uploaded and not attached, over a lock and a change of patient. */
export interface LettersKeeper {
  load(): Promise<void>;
  /** What is still to be attached to a referral that is being opened. */
  of(referral: Referral): readonly UploadedFile[];
  keep(state: AttachLettersState): void;
}

export function createLettersKeeper(
  ports: FlowPorts,
  { store, onKept }: { store: Store<ReferPatientState>; onKept: (isKept: boolean) => void },
): LettersKeeper {
  const drafts = createDraftKeeper(ports, { flow: 'attach-letters', onKept });
  let loading: Promise<void> | undefined;
  const show = (unattached: readonly UnattachedLetters[]): void => update(store, { unattached });

  async function load(): Promise<void> {
    const draft = await drafts.load();
    const earlier = readUnattached(draft?.content);
    const known = new Set(store.state.unattached.map(({ ubrn }) => ubrn));
    show([...store.state.unattached, ...earlier.filter(({ ubrn }) => !known.has(ubrn))]);
  }

  return {
    load: () => (loading ??= load()),
    of({ ubrn, letters }) {
      const linked = new Set(letters.map(({ url }) => url));
      const kept = store.state.unattached.find((each) => each.ubrn === ubrn)?.files ?? [];
      return kept.filter(({ url }) => !linked.has(url));
    },
    keep({ referral: { ubrn }, files }) {
      const uploaded = files.flatMap(uploadedOf);
      const others = store.state.unattached.filter((each) => each.ubrn !== ubrn);
      const all = uploaded.length > 0 ? [...others, { ubrn, files: uploaded }] : others;
      if (JSON.stringify(all) === JSON.stringify(store.state.unattached)) return;
      show(all);
      if (all.length > 0) drafts.keep(all);
      else void drafts.discard();
    },
  };
}

function uploadedOf({ name, size, source, state }: LetterFile): UploadedFile[] {
  return state.status === 'uploaded' ? [{ url: state.url, name, size, source, at: state.at }] : [];
}

/** A draft may come from an older version, or from a store that others can write to. */
function readUnattached(content: unknown): UnattachedLetters[] {
  if (!Array.isArray(content)) return [];
  return content.filter(isRecord).flatMap(({ ubrn, files }) => {
    const number = parseUbrn(String(ubrn));
    const read = Array.isArray(files) ? files.filter(isRecord).flatMap(readFile) : [];
    return number && read.length > 0 ? [{ ubrn: number, files: read }] : [];
  });
}

function readFile({ url, name, size, source, at }: Record<string, unknown>): UploadedFile[] {
  const uploadedAt = typeof at === 'string' ? parseInstant(at) : undefined;
  if (typeof url !== 'string' || typeof name !== 'string' || typeof size !== 'number') return [];
  if (!uploadedAt) return [];
  const from = source === 'record' ? 'record' : 'computer';
  return [{ url, name, size, source: from, at: uploadedAt }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
