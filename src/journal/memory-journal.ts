import type { Intent, JournalPort } from './ports.ts';

/** A journal that lasts as long as the page. The proxy keeps the results of writes for longer. */
export function createMemoryJournal(): JournalPort {
  const intents = new Map<string, Intent>();
  const listeners = new Set<() => void>();
  return {
    async begin(intent) {
      if (intents.has(intent.id)) throw new Error('An intent is begun once');
      intents.set(intent.id, { ...intent, state: 'sending' });
    },
    async settle(id, outcome) {
      const intent = intents.get(id);
      if (!intent) throw new Error('Only an intent that was begun can be settled');
      intents.set(id, { ...intent, ...outcome });
      for (const listener of [...listeners]) listener();
    },
    async unresolved(patient) {
      return [...intents.values()].filter(
        (intent) =>
          intent.patient === patient && (intent.state === 'sending' || intent.state === 'unknown'),
      );
    },
    async created(patient) {
      return [...intents.values()]
        .filter((intent) => intent.patient === patient && intent.action === 'create-referral')
        .flatMap(({ sentAt, ...intent }) =>
          intent.state === 'done' && intent.ubrn ? [{ ubrn: intent.ubrn, sentAt }] : [],
        )
        .reverse();
    },
    onSettled(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
