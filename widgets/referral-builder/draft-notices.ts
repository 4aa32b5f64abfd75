import { html, nothing, type TemplateResult } from 'lit';
import { clinicalDay, ukDayOf, ukTime } from '../../src/domain/uk-time.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { doubtsOf } from './create-doubt.ts';
import { call, type Screen } from './screen.ts';

type Part = TemplateResult | typeof nothing;

/** What was typed and chosen earlier, and whether what is typed now is kept. */
export function draftNotices(screen: Screen): Part[] {
  return [draftMessage(screen), notKeptMessage(screen)];
}

export const DRAFT_TITLE = 'We kept your unfinished referral';

function draftMessage(screen: Screen): Part {
  const { resumed } = screen.flow.state;
  if (!resumed || screen.memory.carriedOn) return nothing;
  const day = clinicalDay(ukDayOf(resumed.savedAt));
  const inDoubt = doubtsOf(screen.flow.create.state.phase).length > 0;
  return html`${message({
    kind: 'info',
    title: inDoubt ? 'We kept what you chose for this referral' : DRAFT_TITLE,
    content: `You left it on ${day} at ${ukTime(resumed.savedAt)}. Your search, shortlist and
      choices are here. ${sentWords(screen)} Facts of e-RS are read again.${lostWords(screen)}`,
    takesFocus: true,
  })}
  ${buttonRow(
    button({
      id: 'carry-on',
      label: inDoubt ? 'Show what you chose' : 'Carry on',
      onPress: () => carryOn(screen),
    }),
    inDoubt
      ? nothing
      : button({
          label: 'Discard the draft',
          kind: 'link',
          onPress: call(screen.flow.actions.discardDraft),
        }),
  )}`;
}

/** A draft lives on until its referral is known to be made: that it is here does not say it was not sent. */
function sentWords({ flow }: Screen): string {
  if (doubtsOf(flow.create.state.phase).length > 0) {
    return 'It may have been sent: see above.';
  }
  return flow.state.earlier.status === 'known'
    ? 'Nothing of it was sent.'
    : 'We do not know if it was sent: see above.';
}

function notKeptMessage({ flow }: Screen): Part {
  if (!flow.state.draftNotKept) return nothing;
  return message({
    kind: 'warn',
    title: 'Your work cannot be saved on this computer',
    content: 'Keep this page open until you finish. You can still create and book.',
  });
}

function lostWords({ flow }: Screen): string {
  const { lost = [] } = flow.find.state;
  if (lost.length === 0) return '';
  return ` ${counted(lost.length, 'shortlisted service')} ${lost.length === 1 ? 'was' : 'were'} not
    found again, and ${lost.length === 1 ? 'is' : 'are'} off the shortlist.`;
}

function carryOn(screen: Screen): void {
  screen.remember({ carriedOn: true });
  if (screen.flow.find.state.search.status === 'untouched') {
    void screen.flow.find.actions.search();
  }
  screen.focus('.find [data-focus-heading]');
}
