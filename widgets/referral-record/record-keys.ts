import type { ReviewAction } from '../../src/domain/review-decisions.ts';

/** What a key asks for. */
export type KeyWish =
  | { wish: 'choose'; action: ReviewAction }
  | { wish: 'go'; to: 'next' | 'previous' }
  | { wish: 'file'; by: -1 | 1 }
  | { wish: 'pane'; by: -1 | 1 }
  | { wish: 'leave' }
  /** A key that is held down decides nothing. */
  | { wish: 'nothing' };

const LETTERS: Readonly<Record<string, KeyWish>> = {
  a: { wish: 'choose', action: 'accept-referral' },
  x: { wish: 'choose', action: 'reject-referral' },
  l: { wish: 'choose', action: 'cancel-and-act-later' },
  j: { wish: 'go', to: 'next' },
  k: { wish: 'go', to: 'previous' },
  '[': { wish: 'file', by: -1 },
  ']': { wish: 'file', by: 1 },
};

interface Keys {
  /** Single letters are on. */
  letters: boolean;
}

/** `undefined`: the key is the browser's. */
export function wishOf(event: KeyboardEvent, { letters }: Keys): KeyWish | undefined {
  const { key, ctrlKey, altKey, metaKey, shiftKey, repeat } = event;
  if (ctrlKey || altKey || metaKey) return undefined;
  if (key === 'F6') return { wish: 'pane', by: shiftKey ? -1 : 1 };
  if (key === 'Escape') return { wish: 'leave' };
  if (key === 'Enter') return repeat ? { wish: 'nothing' } : undefined;
  const wish = letters && !isField(event) ? LETTERS[key.toLowerCase()] : undefined;
  return wish && repeat ? { wish: 'nothing' } : wish;
}

/** Where a letter is typed, or chooses from a list. */
export function isField(event: Event): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
}
