import type { Instant } from '../../src/domain/instant.ts';
import type { Letter } from '../../src/domain/letter.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import { counted, fileSize } from '../../src/ui/format.ts';
import { dateAndTime } from './record-words.ts';
import type { Screen } from './screen.ts';

/** What a person calls a type; another is called by its ending. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  txt: 'Text',
};

export function typeAndSize({ name, size }: Letter): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  const type = TYPES[ending.toLowerCase()] ?? ending.toUpperCase();
  const known = size === undefined ? undefined : fileSize(size);
  return [type, known].filter(Boolean).join(', ');
}

export function attachedWords(letter: Letter): string {
  const { attachedAt, attachedBy, attachedByOrganisation } = letter;
  const by = [attachedBy && `user ${attachedBy}`, attachedByOrganisation].filter(Boolean);
  const when = attachedAt ? `Added ${dateAndTime(attachedAt)}` : 'Added, time not returned by e-RS';
  return by.length > 0 ? `${when} by ${by.join(', ')}` : when;
}

/** When it was before the user's eyes: shown here, or opened by its link. */
export function readAt({ state, memory, previews }: Screen, { url }: Letter): Instant | undefined {
  const file = state.files.get(url);
  if (file?.load.status !== 'open') return memory.followed.get(url);
  const { kind } = previews.of(file.load.content);
  const isShownHere = kind === 'image' || kind === 'text';
  return isShownHere ? file.openedAt : memory.followed.get(url);
}

interface Unread {
  title: string;
  text: string;
}

/** Which files were not before the user's eyes; `undefined` when all were. */
export function unreadWords(screen: Screen): Unread | undefined {
  const letters = screen.state.referral?.letters ?? [];
  const isIn =
    (...states: readonly Letter['availability'][]) =>
    (letter: Letter) =>
      states.includes(letter.availability);
  const closed = letters.filter(isIn('AVAILABLE')).filter((letter) => !readAt(screen, letter));
  const checking = letters.filter(isIn('PENDING'));
  const lost = letters.filter(isIn('THREATS_FOUND', 'VALIDATION_FAILED'));
  const unread = closed.length + checking.length;
  if (unread + lost.length === 0) return undefined;
  const names = (some: readonly Letter[]): string => some.map(({ name }) => name).join(', ');
  const parts = [
    closed.length > 0 && `Not opened: ${names(closed)}.`,
    checking.length > 0 && `Still being checked: ${names(checking)}.`,
    lost.length > 0 &&
      `${counted(lost.length, 'file')} can never be read: ${names(lost)}. Ask the practice for new copies.`,
    'You can still decide.',
  ];
  return {
    title:
      unread > 0
        ? `${unread} of ${counted(letters.length, 'file')} not read`
        : `${counted(lost.length, 'file')} cannot be read`,
    text: parts.filter(Boolean).join(' '),
  };
}

export function checkAgainWords({ state }: Screen): string {
  return state.scan ? `Check again after ${ukTime(state.scan.nextAt)}.` : '';
}
