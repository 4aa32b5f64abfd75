import { lostAnswer } from '../domain/lost-answer.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { CreatedReferral, Intent, JournalPort } from './ports.ts';

interface Pages {
  intents: Map<string, Intent>;
  /** Sent by another page, or by this one before it was loaded again. */
  adopted: Set<string>;
  unseen: Set<string>;
}

/** A journal that lasts as long as the page. The proxy keeps the results of writes for longer. */
export function createMemoryJournal(): JournalPort {
  const pages: Pages = { intents: new Map(), adopted: new Set(), unseen: new Set() };
  const { intents, unseen } = pages;
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((listener) => listener());
  return {
    async begin(intent) {
      if (intents.has(intent.id)) throw new Error('An intent is begun once');
      intents.set(intent.id, { ...intent, state: 'sending' });
    },
    async settle(id, outcome, isUnseen) {
      const intent = intents.get(id);
      if (!intent) throw new Error('Only an intent that was begun can be settled');
      intents.set(id, { ...intent, ...outcome });
      if (isUnseen) unseen.add(id);
      tell();
    },
    async adopt(patient, listed) {
      loseSightOf(pages, patient, listed);
      for (const intent of listed) adopt(pages, intent);
      tell();
    },
    ...lookingIn(pages),
    async markSeen(ids) {
      const seen = ids.filter((id) => unseen.delete(id));
      if (seen.length > 0) tell();
    },
    onSettled(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isSending: () => isSending(pages),
  };
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

function isUnresolved({ state }: Intent): boolean {
  return state === 'sending' || state === 'unknown';
}

function adopt({ intents, adopted }: Pages, listed: Intent): void {
  const known = intents.get(listed.id);
  const isNews =
    !known ||
    (known.state === 'sending' && adopted.has(known.id)) ||
    (known.state === 'unknown' && listed.state === 'done');
  if (!isNews) return;
  if (!known) adopted.add(listed.id);
  intents.set(listed.id, { ...known, ...listed });
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
  const attached = new Set(
    intents.flatMap((intent) =>
      intent.action === 'attach-letters' && intent.state === 'done' ? [intent.ubrn] : [],
    ),
  );
  return intents
    .filter(({ action }) => action === 'create-referral')
    .flatMap(({ sentAt, letterDue, ...intent }) => {
      if (intent.state !== 'done' || !intent.ubrn) return [];
      const { ubrn } = intent;
      const isDue = letterDue === true && !attached.has(ubrn);
      return [isDue ? { ubrn, sentAt, letterDue: true } : { ubrn, sentAt }];
    })
    .reverse();
}
