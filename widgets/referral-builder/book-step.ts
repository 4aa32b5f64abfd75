import { nothing, type TemplateResult } from 'lit';
import { html } from 'lit/static-html.js';
import { button, buttonRow } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { tag } from '../../src/ui/tags.ts';
import { referralStrip } from './referral-strip.ts';
import type { Screen } from './screen.ts';
import { startAgainButton } from './start-again.ts';
import { triageOf } from './triage-words.ts';
import { uploadedNames } from './uploaded.ts';

/** Step 4: the slot picker, in a root of its own. It comes only now, as many referrals end before. */
export function bookStep(screen: Screen): TemplateResult {
  const { flow } = screen;
  const { opened } = flow.state;
  const referral =
    flow.booking?.state.referral ?? (opened.status === 'open' ? opened.referral : undefined);
  return html`${referral ? referralStrip(referral, screen) : nothing} ${picker(screen)}
    <div class="step step__foot">
      ${letterReminder(screen)} ${patientLetterReminder(screen)} ${waysOn(screen)}
    </div>`;
}

/** Booking does not wait for the letter, and is easily taken for the end. */
function letterReminder({ flow }: Screen): TemplateResult | typeof nothing {
  if (!flow.isLetterDue()) return nothing;
  const names = uploadedNames(flow);
  return message({
    kind: 'warn',
    title: 'Letter missing: attach it before you leave',
    content: `A service needs a letter with this referral, and none is attached. ${
      names.length > 0 ? `Uploaded, not attached yet: ${names.join(', ')}.` : ''
    }`,
  });
}

/** Booking takes the letter away, and nothing else at this step recalls it. */
function patientLetterReminder({ flow }: Screen): TemplateResult | typeof nothing {
  const status = flow.patientLetter?.state.status ?? 'not-available';
  if (status === 'not-available' || status === 'ready' || triageOf(flow)) return nothing;
  return html`<p class="ui-faint">
    The patient letter is not printed yet. Print it at Letters before you book: once the referral is
    booked or deferred, e-RS no longer gives it over HSCN.
  </p>`;
}

/** While a write is on its way the flow stays where it is. */
function waysOn(screen: Screen): TemplateResult {
  const { flow } = screen;
  const status = flow.booking?.state.phase.status ?? '';
  const wait = ['sending', 'reading-back'].includes(status)
    ? 'Not available until the answer has come.'
    : undefined;
  const wayTo = (step: 'letters' | 'record', label: string): TemplateResult =>
    button({
      id: `to-${step}`,
      label,
      kind: step === 'letters' && flow.isLetterDue() ? 'secondary' : 'link',
      unavailable: wait,
      onPress: () => flow.actions.goTo(step),
    });
  const isOver = ['booked', 'deferred', 'sent-for-triage'].includes(status);
  return buttonRow(
    wayTo('letters', flow.isLetterDue() ? 'Attach the letter' : 'Letters'),
    wayTo('record', 'Referral record'),
    isOver ? startAgainButton(screen) : nothing,
  );
}

function picker({ flow, memory, elapsed, prefix, loadPicker }: Screen): TemplateResult {
  if (memory.picker === 'loading') {
    const loading = loadingPart({ what: 'Loading the slots', elapsedSeconds: elapsed });
    return html`<div class="step">${loading}</div>`;
  }
  if (memory.picker === 'failed') {
    const failed = message({
      kind: 'error',
      title: 'The booking page could not be loaded',
      content: html`The referral is in e-RS. Load the page again, or look in the e-RS application.
      ${button({ label: 'Load it again', onPress: loadPicker })}`,
      takesFocus: true,
    });
    return html`<div class="step">${failed}</div>`;
  }
  const name = tag('slot-picker', prefix);
  // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
  return html`<${name} .flow=${flow.booking} .services=${flow.find.state.shortlist}></${name}>`;
}
