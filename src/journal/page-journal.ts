import { isBooking } from '../domain/action.ts';
import { lostAnswer } from '../domain/lost-answer.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { IntentKeeper, KeptIntent } from './idb/kept-intents.ts';
import type { CreatedReferral, Intent, JournalPort } from './ports.ts';

interface Pages {
  intents: Map<string, Intent>;
  /** Sent by another page, or by this one before it was loaded again. */
  adopted: Set<string>;
  unseen: Set<string>;
  keeper?: IntentKeeper | undefined;
}

export interface PageJournal extends JournalPort {
  /** Where intents also are from now on, so that they outlive the page; nowhere when undefined. */
  keepIn(keeper: IntentKeeper | undefined): void;
}

/** A journal that lasts as long as the page. The proxy keeps the results of writes for longer. */
export function createPageJournal(): PageJournal {
  const pages: Pages = { intents: new Map(), adopted: new Set(), unseen: new Set() };
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((listener) => listener());
  return {
    keepIn: (keeper) => void (pages.keeper = keeper),
    async begin(intent) {
      if (pages.intents.has(intent.id)) throw new Error('An intent is begun once');
      await keep(pages, { ...intent, state: 'sending' });
    },
    async settle(id, outcome, isUnseen) {
      const intent = pages.intents.get(id);
      if (!intent) throw new Error('Only an intent that was begun can be settled');
      if (isUnseen) pages.unseen.add(id);
      await keep(pages, { ...intent, ...outcome });
      tell();
    },
    async adopt(patient, listed) {
      // What cannot be read is not "nothing": this rejects then.
      const all = together(listed, (await pages.keeper?.of(patient)) ?? []);
      loseSightOf(pages, patient, all);
      for (const intent of all) adopt(pages, intent);
      tell();
    },
    find: async (id) => pages.intents.get(id),
    ...lookingIn(pages),
    async markSeen(ids) {
      const seen = ids.filter((id) => pages.unseen.delete(id));
      if (seen.length > 0) tell();
      await Promise.all(seen.map((id) => keepAgain(pages, id)));
    },
    onSettled(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isSending: () => isSending(pages),
  };
}

/**
 * On this page at once, then where it outlives it. A store that does not take it stops no write: the
 * proxy has it too.
 */
async function keep(pages: Pages, intent: Intent): Promise<void> {
  pages.intents.set(intent.id, intent);
  const unseen = pages.unseen.has(intent.id);
  await pages.keeper?.keep({ ...intent, ...(unseen && { unseen }) }).catch(() => undefined);
}

async function keepAgain(pages: Pages, id: string): Promise<void> {
  const intent = pages.intents.get(id);
  if (intent) await keep(pages, intent);
}

/**
 * What this computer knows the end of counts; of the rest the proxy knows more, and this computer what
 * was sent.
 */
function together(listed: readonly Intent[], kept: readonly KeptIntent[]): readonly KeptIntent[] {
  const own = new Map(kept.map((intent) => [intent.id, intent]));
  const open = listed
    .filter(({ id }) => isUnresolved(own.get(id) ?? { state: 'unknown' }))
    .map((intent) => withWhatIsTold(own.get(intent.id), intent));
  const told = new Set(open.map(({ id }) => id));
  return [...kept.filter(({ id }) => !told.has(id)), ...open];
}

/** What the other side does not tell stays as it was known. */
function withWhatIsTold(known: Intent | undefined, told: Intent): Intent {
  const said = Object.entries(told).filter(([, value]) => value !== undefined);
  return { ...known, ...(Object.fromEntries(said) as unknown as Intent) };
}

function lookingIn(pages: Pages): Pick<JournalPort, 'unresolved' | 'created' | 'unseen'> {
  return {
    async unresolved(patient) {
      return ofPatient(pages, patient).filter(isUnresolved);
    },
    async created(patient) {
      return createdIn(ofPatient(pages, patient));
    },
    async unseen(patient) {
      return ofPatient(pages, patient)
        .filter((intent) => pages.unseen.has(intent.id) && !isUnresolved(intent))
        .reverse();
    },
  };
}

function isSending({ intents, adopted }: Pages): boolean {
  return [...intents.values()].some(({ id, state }) => state === 'sending' && !adopted.has(id));
}

function ofPatient({ intents }: Pages, patient: NhsNumber): Intent[] {
  return [...intents.values()].filter((intent) => intent.patient === patient);
}

function isUnresolved({ state }: Pick<Intent, 'state'>): boolean {
  return state === 'sending' || state === 'unknown';
}

function adopt(
  { intents, adopted, unseen }: Pages,
  { unseen: isUnseen, ...listed }: KeptIntent,
): void {
  const known = intents.get(listed.id);
  const isNews =
    !known ||
    (known.state === 'sending' && adopted.has(known.id)) ||
    (known.state === 'unknown' && listed.state === 'done');
  if (!isNews) return;
  if (!known) adopted.add(listed.id);
  if (!known && isUnseen) unseen.add(listed.id);
  intents.set(listed.id, withWhatIsTold(known, listed));
}

function loseSightOf(pages: Pages, patient: NhsNumber, listed: readonly Intent[]): void {
  const stillListed = new Set(listed.map(({ id }) => id));
  for (const intent of ofPatient(pages, patient)) {
    const { id, state } = intent;
    if (state !== 'sending' || !pages.adopted.has(id) || stillListed.has(id)) continue;
    pages.intents.set(id, withoutAnswer(intent));
  }
}

function withoutAnswer(intent: Intent): Intent {
  const { id, correlationId = id } = intent;
  return { ...intent, state: 'unknown', problem: lostAnswer(correlationId) };
}

function createdIn(intents: readonly Intent[]): CreatedReferral[] {
  const newest = intents.filter(({ state }) => state === 'done').toSorted(bySentAt);
  return intents
    .filter(({ action }) => action === 'create-referral')
    .flatMap((intent) => {
      if (intent.state !== 'done' || !intent.ubrn) return [];
      const since = newest.filter(({ ubrn }) => ubrn === intent.ubrn);
      return [createdReferral(intent, { ubrn: intent.ubrn, since })];
    })
    .reverse();
}

/** `since`: what e-RS took for it, newest first. */
function createdReferral(
  { sentAt, serviceIds, letterDue, referrerId, referrerName }: Intent,
  { ubrn, since }: { ubrn: Ubrn; since: readonly Intent[] },
): CreatedReferral {
  const letters = since.find(({ action }) => action === 'attach-letters');
  const booking = since.find(isBooking);
  return {
    ubrn,
    sentAt,
    ...(serviceIds && { serviceIds }),
    ...(referrerId && { referrer: { sdsUserId: referrerId, name: referrerName } }),
    ...(letterDue && !letters && { letterDue }),
    ...(letters && { attached: letters.sentAt }),
    ...(booking && { ended: { action: booking.action, sentAt: booking.sentAt } }),
  };
}

function bySentAt(a: Intent, b: Intent): number {
  return b.sentAt.localeCompare(a.sentAt);
}
