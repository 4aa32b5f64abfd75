import { addMilliseconds, type Instant } from '../../domain/instant.ts';
import { lostAnswer } from '../../domain/lost-answer.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { Intent } from '../ports.ts';
import type { Vault } from '../vault.ts';
import type { PageLife } from './page-life.ts';
import type { Row, RowStore } from './row-store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** What nobody knows the end of stays listed much longer than what is known. */
const UNRESOLVED_FOR_MS = 30 * DAY_MS;
const ENDED_FOR_MS = 3 * DAY_MS;

/** What outlives the page of its journal. No clinical text. */
export interface IntentKeeper {
  /** On disk when it resolves. */
  keep(intent: KeptIntent): Promise<void>;
  /** What any page of this browser has sent for the patient, as this user. */
  of(patient: NhsNumber): Promise<readonly KeptIntent[]>;
}

export type KeptIntent = Intent & {
  /** No screen has shown how it ended. */
  unseen?: boolean | undefined;
};

interface Kept {
  intent: KeptIntent;
  pageId: string;
}

export interface KeptIntentsPorts {
  store: RowStore;
  vault: Vault;
  page: PageLife;
}

export function createKeptIntents({ store, vault, page }: KeptIntentsPorts): IntentKeeper {
  const groupOf = (patient: NhsNumber): Promise<string> => vault.nameOf('of', patient);
  return {
    async keep(intent) {
      const name = await vault.nameOf('intent', intent.id);
      const kept: Kept = { intent, pageId: page.pageId };
      const [group, sealed] = await Promise.all([groupOf(intent.patient), vault.seal(name, kept)]);
      await store.put('intents', { name, group, keepUntil: keepUntil(intent), ...sealed });
    },
    async of(patient) {
      const rows = await store.inGroup('intents', await groupOf(patient));
      const found = await Promise.all(rows.map(opened));
      return found.toSorted((a, b) => a.sentAt.localeCompare(b.sentAt));
    },
  };

  async function opened(row: Row): Promise<KeptIntent> {
    const { intent, pageId } = (await vault.open(row.name, row)) as Kept;
    if (intent.state !== 'sending' || (await page.isOpen(pageId))) return intent;
    const { id, correlationId = id } = intent;
    return { ...intent, state: 'unknown', problem: lostAnswer(correlationId) };
  }
}

function keepUntil({ state, sentAt }: Intent): Instant {
  const isUnresolved = state === 'sending' || state === 'unknown';
  return addMilliseconds(sentAt, isUnresolved ? UNRESOLVED_FOR_MS : ENDED_FOR_MS);
}
