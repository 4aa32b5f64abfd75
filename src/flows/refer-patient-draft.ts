import { PRIORITIES, type Coded } from '../domain/criteria.ts';
import type { LetterIntention } from '../domain/referral.ts';
import { addMilliseconds } from '../domain/instant.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Clinician } from '../domain/user.ts';
import type { Draft } from '../journal/ports.ts';
import {
  emptyDraft,
  type CriteriaDraft,
  type FindBy,
  type FindServicesStart,
} from './find-services.ts';
import type { FlowPorts } from './flow-ports.ts';
import { update } from './flow.ts';
import type { NewReferralParts, ReferDesk } from './refer-desk.ts';

/** What is kept of an unsent referral: what was typed and chosen, no answers of e-RS. */
export interface UnsentReferral extends FindServicesStart {
  letterIntention?: LetterIntention | undefined;
  reminderDays: string;
  tested?: readonly string[] | undefined;
}

/** `undefined` when nothing was typed or chosen, or all of it has been sent. */
export function unsentReferral(
  { find, create }: NewReferralParts,
  empty: CriteriaDraft,
): UnsentReferral | undefined {
  const { phase, reminderDays, letterIntention, onlyIntention } = create.state;
  if (phase.status === 'created') return undefined;
  const { draft, shortlist } = find.toResume();
  const intention = onlyIntention ? undefined : letterIntention;
  const isEmpty = shortlist.length === 0 && !intention && reminderDays === '';
  if (isEmpty && JSON.stringify(sorted(draft)) === JSON.stringify(sorted(empty))) return undefined;
  return { draft, shortlist, letterIntention: intention, reminderDays };
}

function sorted(draft: CriteriaDraft): [string, unknown][] {
  return Object.entries(draft)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Keeps what was typed so far. */
export function keepDraft({ ports, store, drafts, start, draftIsKnown }: ReferDesk): void {
  if (!draftIsKnown) return;
  const unsent = unsentReferral(start, emptyDraft(ports));
  if (unsent) drafts.keep({ ...unsent, tested: store.state.tested });
  else drafts.drop();
}

/** How far the clocks of page and proxy may be apart: 10 minutes. */
const CLOCKS_MS = 10 * 60_000;

/**
 * Takes up the draft of an earlier time, unless the user was faster. One that was sent, by a page that
 * did not live to hear of it, is gone: its referral is told instead.
 */
export async function restoreDraft(desk: ReferDesk): Promise<Ubrn | undefined> {
  const { ports, store, drafts, start } = desk;
  const draft = await drafts.load();
  const sent = draft && (await sentSince(ports, draft));
  desk.draftIsKnown = true;
  if (sent) {
    await drafts.discard();
    return sent;
  }
  const content = draft && readUnsent(draft.content, emptyDraft(ports));
  const isUntouched = start === desk.start && !unsentReferral(start, emptyDraft(ports));
  if (!draft || !content || !isUntouched) {
    keepDraft(desk);
    return undefined;
  }
  update(store, { resumed: { savedAt: draft.savedAt }, tested: content.tested ?? [] });
  restoreForm(start, content);
  await start.find.resume(content);
  return undefined;
}

/** The referral that was made of a draft: of just these services, after the draft had its last word. */
async function sentSince(
  { journal, patient }: FlowPorts,
  { savedAt, content }: Draft,
): Promise<Ubrn | undefined> {
  const [newest] = await journal.created(patient.nhsNumber).catch(() => []);
  const shortlist = isRecord(content) ? texts(content.shortlist) : [];
  const isOfThese = newest?.serviceIds?.toSorted().join() === shortlist.toSorted().join();
  const from = addMilliseconds(savedAt, -CLOCKS_MS);
  return newest && isOfThese && newest.sentAt >= from ? newest.ubrn : undefined;
}

function restoreForm({ create }: NewReferralParts, content: UnsentReferral): void {
  const { letterIntention, reminderDays } = content;
  create.actions.change(letterIntention ? { letterIntention, reminderDays } : { reminderDays });
}

/** A draft may come from an older version, or from a store that others can write to. */
function readUnsent(content: unknown, empty: CriteriaDraft): UnsentReferral | undefined {
  if (!isRecord(content) || !isRecord(content.draft)) return undefined;
  const { draft, shortlist, letterIntention, reminderDays, tested } = content;
  return {
    draft: readDraft(draft, empty),
    shortlist: texts(shortlist),
    tested: texts(tested),
    letterIntention: oneOf(LETTER_INTENTIONS, letterIntention),
    reminderDays: text(reminderDays) ?? '',
  };
}

const LETTER_INTENTIONS: readonly LetterIntention[] = ['NEED_TO_ADD_LATER', 'NOT_INTENDING_TO_ADD'];
const FIND_BY: readonly FindBy[] = ['specialty', 'clinical-term', 'named-clinician'];

function readDraft(draft: Record<string, unknown>, empty: CriteriaDraft): CriteriaDraft {
  const { distance, ageAndGenderAppropriate } = draft;
  return {
    findBy: oneOf(FIND_BY, draft.findBy) ?? empty.findBy,
    specialty: text(draft.specialty),
    clinicType: text(draft.clinicType),
    clinicalTerm: coded(draft.clinicalTerm),
    namedClinician: coded(draft.namedClinician),
    priority: oneOf(PRIORITIES, draft.priority),
    postcode: text(draft.postcode) ?? empty.postcode,
    distance: typeof distance === 'number' ? distance : undefined,
    waitLimit: text(draft.waitLimit) ?? '',
    ageAndGenderAppropriate:
      typeof ageAndGenderAppropriate === 'boolean'
        ? ageAndGenderAppropriate
        : empty.ageAndGenderAppropriate,
    sortBy: oneOf(['DISTANCE', 'IWT'] as const, draft.sortBy) ?? empty.sortBy,
    referringClinician: clinician(draft.referringClinician),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value);
}

function coded(value: unknown): Coded | undefined {
  if (!isRecord(value) || typeof value.code !== 'string') return undefined;
  return { code: value.code, display: text(value.display) };
}

function clinician(value: unknown): Clinician | undefined {
  if (!isRecord(value) || typeof value.sdsUserId !== 'string') return undefined;
  return { sdsUserId: value.sdsUserId, name: text(value.name) };
}
