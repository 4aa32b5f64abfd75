import { html, nothing, type TemplateResult } from 'lit';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { Conflict } from '../../src/flows/review-referral.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { dataTable } from '../../src/ui/data-table.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { radios, type RadioOption } from '../../src/ui/radios.ts';
import { whyAndWho } from './decision-choices.ts';
import { HELD } from './decision-commit.ts';
import { decisionForm } from './decision-form.ts';
import { ACTION_WORDS, consequence } from './decision-words.ts';
import { changeRow } from './change-rows.ts';
import { keptText } from './phase-panels.ts';
import { stateWords } from './record-words.ts';
import type { AfterConflict, Screen } from './screen.ts';

/** First what did not happen, then what differs, then what to do, the safest first. */
export function conflictView(phase: Conflict, screen: Screen): TemplateResult {
  return html`${whatDidNotHappen(phase)} ${whatChanged(phase)}
  ${phase.canSend ? choices(phase, screen) : decidedAlready(phase, screen)}
  ${phase.problem ? factList({ facts: problemReferences(phase.problem), layout: 'ids' }) : nothing}`;
}

function whatDidNotHappen({ action, changes, canSend, before, now }: Conflict): TemplateResult {
  const first = action ? `Your ${ACTION_WORDS[action].noun} was not sent. ` : '';
  const stays = now.appointment?.status === 'booked' ? 'The appointment is still booked. ' : '';
  const kept = action
    ? 'What you typed is kept below. Read what changed, then choose what to do.'
    : 'Read what changed.';
  const differs = changes.length > 0;
  const isDecided = !canSend && before.state.code !== now.state.code;
  const what = differs
    ? 'This referral changed while you were deciding.'
    : 'Nothing shown here has changed, but e-RS holds a newer version.';
  return message({
    kind: differs ? 'error' : 'warn',
    title: `${first}${isDecided ? 'This referral has already been reviewed.' : what}`,
    content: differs ? `${stays}${kept}` : `${stays}Check and send again.`,
    takesFocus: true,
  });
}

function whatChanged({ before, beforeReadAt, now, changes, at }: Conflict): TemplateResult {
  if (changes.length === 0) return html``;
  return dataTable({
    caption: 'What changed',
    columns: [
      'Item',
      `When you opened it, ${ukTime(beforeReadAt)}, version ${before.version}`,
      `Now, ${ukTime(at)}, version ${now.version}`,
      'Changed by',
    ],
    rows: changes.map((change) => changeRow(change, before, now)),
  });
}

function choices(phase: Conflict, screen: Screen): TemplateResult {
  const { action } = phase;
  if (!action) {
    const goOn = (): void => screen.actions.back();
    return button({ kind: 'primary', label: 'Go on', id: 'conflict-continue', onPress: goOn });
  }
  const { memory, remember, state, whyNotSend } = screen;
  const isSend = memory.afterConflict === 'send';
  return html`<div class="conflict__columns">
    <section class="ui-stack" aria-label="Your decision">
      <h3>Your decision, kept and not sent</h3>
      ${factList({ facts: keptFacts(phase, screen) })} ${decisionForm(screen, action)}
    </section>
    <section class="ui-stack" aria-label="What to do">
      ${radios<AfterConflict>({
        id: 'after-conflict',
        label: 'What do you want to do?',
        value: memory.afterConflict,
        options: options(phase),
        onChange: (afterConflict) => remember({ afterConflict }),
      })}
      ${buttonRow(
        button({
          kind: 'primary',
          label: 'Continue',
          id: 'conflict-continue',
          unavailable: isSend ? (whyNotSend ?? notYet(screen)) : undefined,
          onPress: () => goOn(screen),
        }),
      )}
      ${state.held ? html`<p role="status" class="ui-error">${HELD[state.held]}</p>` : nothing}
    </section>
  </div>`;
}

/** In another state other reasons may be given: they are read again first. */
function notYet({ state: { reasons } }: Screen): string | undefined {
  return reasons.status === 'loading' ? 'The reasons that may be given are being read.' : undefined;
}

function goOn({ memory, actions, remember, send }: Screen): void {
  remember({ afterConflict: 'look' });
  if (memory.afterConflict === 'look') actions.back();
  else if (memory.afterConflict === 'discard') actions.discard();
  else send(memory.goesOn);
}

function options({ action, now }: Conflict): RadioOption<AfterConflict>[] {
  const noun = action ? ACTION_WORDS[action].noun : 'decision';
  const lost = action && consequence(action, now);
  return [
    {
      value: 'look',
      label: 'Look again, then decide',
      hint: `Opens version ${now.version} with what you typed filled in.`,
    },
    {
      value: 'send',
      label: `Send this ${noun} for version ${now.version}`,
      hint: [lost, 'Read what changed first.'].filter(Boolean).join(' '),
    },
    {
      value: 'discard',
      label: 'Discard my decision',
      hint: 'Deletes your text. The referral stays on the list for review.',
    },
  ];
}

function keptFacts({ action }: Conflict, { state }: Screen): Fact[] {
  return action
    ? [{ label: 'Decision', value: ACTION_WORDS[action].name, strong: true }]
    : state.chosen
      ? [{ label: 'Decision', value: ACTION_WORDS[state.chosen].name }]
      : [];
}

/** It may not be sent any more, so there is no choice that would. */
function decidedAlready({ action, now, at }: Conflict, screen: Screen): TemplateResult {
  const { state, actions } = screen;
  const decision = state.decisions.find((each) => each.action === action);
  const next = state.place?.next !== undefined;
  return html`<p>
      It is now <strong>${stateWords(now)}</strong>. Checked ${ukTime(at)}. e-RS does not say who
      reviewed it.
    </p>
    ${decision && !decision.allowed ? whyAndWho(decision) : nothing} ${keptText(screen)}
    ${buttonRow(
      next
        ? button({
            kind: 'primary',
            label: 'Open next',
            id: 'open-next',
            onPress: () => actions.next(),
          })
        : nothing,
      button({
        label: 'Look at the referral',
        id: 'conflict-continue',
        onPress: () => actions.back(),
      }),
      button({
        label: 'Discard my decision',
        kind: 'link',
        id: 'conflict-discard',
        onPress: () => actions.discard(),
      }),
    )}`;
}
