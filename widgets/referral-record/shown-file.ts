import type { Letter } from '../../src/domain/letter.ts';
import type { ReviewPhase } from '../../src/flows/review-referral.ts';
import type { Screen } from './screen.ts';

/** The file in the letter's pane: as chosen, else the referrer's first that can be opened. */
export function shownFile({ state, memory }: Pick<Screen, 'state' | 'memory'>): Letter | undefined {
  const openable = openableFiles(state.referral?.letters ?? []);
  return (
    openable.find(({ url }) => url === memory.file) ??
    openable.find(({ url }) => url === added(state.phase)) ??
    openable.find(({ kind }) => kind === 'REFERRER') ??
    openable[0]
  );
}

/** What came while the decision was made is what has to be read. */
function added(phase: ReviewPhase): string | undefined {
  const changes = phase.status === 'conflict' ? phase.changes : [];
  return changes.flatMap((change) => (change.what === 'file-added' ? [change.now.url] : []))[0];
}

export function showFile({ actions, remember }: Screen, { url }: Letter): void {
  remember({ file: url, tab: 'letter' });
  void actions.openFile(url);
}

/** The file before or after the one that is shown. */
export function stepFile(screen: Screen, by: -1 | 1): Letter | undefined {
  const openable = openableFiles(screen.state.referral?.letters ?? []);
  const shown = shownFile(screen);
  const to = openable[openable.findIndex(({ url }) => url === shown?.url) + by];
  if (to) showFile(screen, to);
  return to;
}

function openableFiles(letters: readonly Letter[]): Letter[] {
  return letters.filter(({ availability }) => availability === 'AVAILABLE');
}
