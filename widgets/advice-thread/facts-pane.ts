import { html, nothing, type TemplateResult } from 'lit';
import {
  ADVICE_WORKING_DAYS,
  adviceClock,
  type AdviceClock,
} from '../../src/domain/advice-clock.ts';
import type { AdviceRequest } from '../../src/domain/advice.ts';
import { clinicalDay, ukDayOf } from '../../src/domain/uk-time.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { counted } from '../../src/ui/format.ts';
import { organisationWords, personWords } from './advice-words.ts';
import { deathLine } from './death-part.ts';
import { allFiles, fileList } from './file-list.ts';
import { overviewPart } from './overview-part.ts';
import { isProvider, type Screen } from './screen.ts';

/** Beside the conversation: until when, of whom, its files, and all of it as a PDF. */
export function factsPane(screen: Screen): TemplateResult {
  const { request } = screen.state;
  if (!request) return html``;
  const files = allFiles(screen);
  return html`<aside class="facts-pane" aria-label="About this request">
    ${clockPart(screen, request)}
    <section class="pane ui-stack">
      <h2 class="pane__head" tabindex="-1" data-pane-heading>Request</h2>
      ${factList({ layout: 'columns', facts: requestFacts(screen, request) })}
    </section>
    <section class="pane ui-stack">
      <h2 class="pane__head">Files (${files.length})</h2>
      ${files.length > 0 ? fileList(screen, files) : html`<p>e-RS holds no files of this request.</p>`}
    </section>
    <section class="pane ui-stack">
      <h2 class="pane__head">Whole conversation</h2>
      ${overviewPart(screen)} ${isProvider(screen) ? deathLine(screen) : nothing}
    </section>
  </aside>`;
}

function clockPart(screen: Screen, request: AdviceRequest): TemplateResult {
  const { now, state } = screen;
  const clock = adviceClock(request, state.messages, now);
  if (!clock) {
    return html`<section class="pane ui-stack">
      <h2 class="pane__head">No answer is due</h2>
      <p class="ui-hint">It is not the service’s turn. e-RS counts no days itself.</p>
    </section>`;
  }
  const { due, from } = clock;
  const first = state.messages[0];
  const asked = first && ukDayOf(first.sent) !== from;
  return html`<section class="pane ui-stack">
    <h2 class="pane__head">Answer by ${clinicalDay(due)}</h2>
    <div class="clock" aria-hidden="true">
      ${Array.from(
        { length: ADVICE_WORKING_DAYS },
        (_, day) =>
          html`<span
            class="clock__day ${day < ADVICE_WORKING_DAYS - clock.leftDays ? 'clock__day--gone' : ''} ${clock.lateDays > 0 ? 'clock__day--late' : ''}"
          ></span>`,
      )}
    </div>
    <p>${leftWords(clock)}</p>
    <p class="ui-hint">
      Counted from the last message from the practice,
      <span class="ui-number">${clinicalDay(from)}</span>.
      ${
        asked
          ? html`First asked <span class="ui-number">${clinicalDay(ukDayOf(first.sent))}</span>.`
          : ''
      }
      This is our count, not e-RS’s: 5 working days, weekends left out.
    </p>
  </section>`;
}

function leftWords({ leftDays, lateDays }: AdviceClock): TemplateResult {
  if (lateDays > 0) return html`<strong>Late by ${counted(lateDays, 'working day')}</strong>`;
  if (leftDays === 0) return html`<strong>Due today</strong>`;
  return html`<strong>${counted(leftDays, 'working day')} left</strong> of ${ADVICE_WORKING_DAYS}`;
}

function requestFacts(screen: Screen, request: AdviceRequest): Fact[] {
  const { requester, criteria, mayConvert } = request;
  const named = criteria?.namedClinician;
  return [
    ...(requester
      ? [
          { label: 'Practice', value: organisationWords(screen, requester.odsCode) },
          { label: 'Responsible clinician', value: personWords(screen, requester) },
        ]
      : [{ label: 'Practice', value: 'Not returned by e-RS' }]),
    {
      label: 'Named clinician',
      value: named ? (named.display ?? `SDS user ${named.code}`) : 'None named',
    },
    { label: convertQuestion(screen), value: agreement(screen, mayConvert), strong: true },
  ];
}

function convertQuestion(screen: Screen): string {
  return isProvider(screen) ? 'Can we convert to a referral?' : 'Can the service convert it?';
}

function agreement(screen: Screen, mayConvert: boolean | undefined): string {
  const who = isProvider(screen) ? 'the practice' : 'you';
  if (mayConvert === undefined) return 'e-RS did not say';
  return mayConvert ? `Yes, ${who} agreed` : `No, ${who} did not agree`;
}
