import type { TemplateResult } from 'lit';
import { button } from '../../src/ui/button.ts';
import type { Screen, ScreenMemory } from './screen.ts';

/** What was typed on the way to one referral says nothing about the next. */
const FRESH: Partial<ScreenMemory> = {
  comparing: false,
  changingSearch: false,
  carriedOn: false,
  ubrn: '',
  lostTyped: {},
  showingLost: false,
  saidNone: false,
};

export function startAgainButton({ flow, remember }: Screen): TemplateResult {
  return button({
    id: 'start-again',
    label: 'Start a new referral',
    kind: 'link',
    onPress: () => {
      remember(FRESH);
      flow.actions.startAgain();
    },
  });
}
