import type { ProviderWorklistState } from '../../src/flows/provider-worklist.ts';
import { wholeNumber } from '../../src/ui/format.ts';
import { countedRows, LIST_NAMES } from './list-words.ts';

interface News {
  words: string;
  urgency: 'polite' | 'assertive';
  /** Of the problem that the host is told of. */
  reason?: string | undefined;
}

/** What a reader is told of a change of state; nothing of the list as it was found. */
export function newsOf(
  before: ProviderWorklistState | undefined,
  now: ProviderWorklistState,
): News | undefined {
  if (!before) return undefined;
  if (before.list !== now.list) return { words: LIST_NAMES[now.list], urgency: 'polite' };
  if (before.load !== now.load) return newsOfLoad(now);
  const isNewFind = before.sought !== now.sought || before.onlyNews !== now.onlyNews;
  if (!isNewFind || !now.loaded) return undefined;
  const all = wholeNumber(now.loaded.rows.length);
  return { words: `Showing ${wholeNumber(now.rows.length)} of ${all}`, urgency: 'polite' };
}

function newsOfLoad({ load, loaded, list }: ProviderWorklistState): News | undefined {
  switch (load.status) {
    case 'loaded': {
      const total = countedRows(list, loaded?.rows.length ?? 0);
      const marks = loaded?.since?.marks.size;
      const news = marks === undefined ? '' : `, ${wholeNumber(marks)} new or changed`;
      return { words: `Loaded: ${total}${news}`, urgency: 'polite' };
    }
    case 'failed':
    case 'too-large': {
      const words = `The list did not load. There may be ${countedRows(list, 2).replace('2 ', '')} waiting`;
      return { words, urgency: 'assertive', reason: load.problem.reason };
    }
    case 'stopped':
      return { words: 'You stopped loading the list', urgency: 'polite' };
    default:
      return undefined;
  }
}
