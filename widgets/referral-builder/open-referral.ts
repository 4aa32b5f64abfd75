import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemReason } from '../../src/domain/problem.ts';
import { parseUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { button } from '../../src/ui/button.ts';
import { loadingPart, stoppedPart } from '../../src/ui/loading.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { textField } from '../../src/ui/text-field.ts';
import { onEnter } from './look-up-field.ts';
import { partHeading, type Screen } from './screen.ts';
import { ubrnTogether } from './words.ts';

/** A referral that is already in e-RS, by its number. */
export function openReferralField(screen: Screen): TemplateResult {
  const { ubrn, ubrnError } = screen.memory;
  const open = (): void => {
    const number = parseUbrn(ubrn);
    screen.remember({ ubrnError: !number });
    if (number) void screen.flow.actions.open(number);
    else screen.focus('#open-ubrn');
  };
  return html`<section class="open-referral" aria-label="Open a referral" @keydown=${onEnter(open)}>
    ${partHeading(screen, 'Open a referral by its UBRN')}
    ${textField({
      id: 'open-ubrn',
      label: 'UBRN',
      hint: 'The 12 digits that e-RS gave the referral.',
      error: ubrnError ? 'Enter a UBRN of 12 digits' : undefined,
      value: ubrn,
      width: 'medium',
      inputMode: 'numeric',
      // The form that it is in does not fold away under whoever clears it.
      onInput: (typed) => screen.remember({ ubrn: typed, ubrnError: false, changingSearch: true }),
    })}
    ${button({ label: 'Open', about: 'the referral', id: 'open-referral', onPress: open })}
  </section>`;
}

/** What has become of opening one. */
export function openingPart(screen: Screen): TemplateResult | typeof nothing {
  const { opened } = screen.flow.state;
  if (opened.status === 'opening') {
    return loadingPart({
      what: html`Opening referral ${ubrnTogether(opened.ubrn)}`,
      elapsedSeconds: screen.elapsed,
      stop: { what: 'opening the referral', onPress: screen.flow.actions.stopOpening },
    });
  }
  if (opened.status === 'stopped') {
    const { ubrn } = opened;
    return stoppedPart(html`opening referral ${ubrnTogether(ubrn)}`, openAgain(screen, ubrn));
  }
  if (opened.status !== 'failed') return nothing;
  const { ubrn, problem } = opened;
  return problemPart({
    problem,
    title: problem.reason === 'not-found' ? 'e-RS has no referral with this UBRN' : undefined,
    safe: html`Referral ${ubrnTogether(ubrn)} was not opened. Nothing was changed.`,
    action: POINTLESS.includes(problem.reason) ? anotherUbrn(screen) : openAgain(screen, ubrn),
  });
}

/** The same number would be refused again. */
const POINTLESS: readonly ProblemReason[] = ['not-found', 'gone', 'wrong-patient'];

function openAgain({ flow }: Screen, ubrn: Ubrn): TemplateResult {
  return button({ label: 'Open it again', onPress: () => void flow.actions.open(ubrn) });
}

function anotherUbrn({ remember, focus }: Screen): TemplateResult {
  const enter = (): void => {
    remember({ changingSearch: true });
    focus('#open-ubrn');
  };
  return button({ label: 'Enter another UBRN', id: 'another-ubrn', onPress: enter });
}
