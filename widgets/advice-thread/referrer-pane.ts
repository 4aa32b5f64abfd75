import { html, nothing, type TemplateResult } from 'lit';
import { workingDays } from '../../src/domain/advice-clock.ts';
import type { AdviceMessage } from '../../src/domain/advice.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDay, ukDayOf } from '../../src/domain/uk-time.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { counted } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { categoryWords, personWords } from './advice-words.ts';
import type { Screen } from './screen.ts';

/** What a referrer sees beside the conversation: how it stands, and where to reply. */
export function referrerPane(screen: Screen): TemplateResult {
  const { request } = screen.state;
  if (!request) return html``;
  const { ubrn } = request;
  return html`${standing(screen)}
    <section class="ui-stack" aria-labelledby="reply-head">
      <h2 class="pane__head" id="reply-head" tabindex="-1" data-pane-heading>
        Reply and close in e-RS
      </h2>
      <p>
        You cannot reply to or close this request here. Use the e-RS application and search for this
        UBRN.
      </p>
      <p class="ubrn">${copyable({ value: ubrn, shown: formatUbrn(ubrn), about: 'UBRN' })}</p>
    </section>
    <section class="ui-stack" aria-labelledby="next-head">
      <h2 class="pane__head" id="next-head">Next steps</h2>
      <p>
        ${
          request.category === 'ADVICE_CONVERTED'
            ? 'The service has made it a referral with the same UBRN. Their admin team books the patient.'
            : 'A new question starts a new request with a new UBRN. To refer, start a referral in the record.'
        }
      </p>
    </section>`;
}

function standing(screen: Screen): TemplateResult {
  const { request, messages } = screen.state;
  if (!request) return html``;
  const { category } = request;
  const answer = messages.findLast(({ sentBy }) => sentBy === 'RESPONDER');
  const isAnswered = category === 'REFERRER_TO_REVIEW_RESPONSE';
  return message({
    kind: isAnswered || category === 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION' ? 'info' : 'ok',
    title: isAnswered ? 'Advice given' : categoryWords(category, false),
    content: answer
      ? answeredLine(screen, answer)
      : 'The service has not answered yet. e-RS does not notify you.',
    takesFocus: true,
  });
}

/** From the question before it. Of the service's recommendation e-RS tells a referrer nothing here. */
function answeredLine(screen: Screen, answer: AdviceMessage): TemplateResult {
  const { messages } = screen.state;
  const before = messages.slice(0, messages.indexOf(answer));
  const asked = before.findLast(({ sentBy }) => sentBy === 'REQUESTER');
  const day = ukDayOf(answer.sent);
  const took = asked && workingDays(ukDayOf(asked.sent), day);
  const within = took === undefined ? '' : ` ${tookWords(took)}`;
  const who = answer.responsible ?? answer.sender;
  return html`Last answer${within}, on
  ${clinicalDay(day)}${who ? html` by ${personWords(screen, who)}` : nothing}.`;
}

function tookWords(days: number): string {
  return days === 0 ? 'the same day' : `after ${counted(days, 'working day')}`;
}
