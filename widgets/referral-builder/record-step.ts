import { html, nothing, type TemplateResult } from 'lit';
import { isBooking } from '../../src/domain/action.ts';
import { expectedContact } from '../../src/domain/expected-contact.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Appointment, Referral, ReferralStateCode } from '../../src/domain/referral.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDay, clinicalMoment } from '../../src/domain/uk-time.ts';
import { asOf } from '../../src/ui/as-of.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { dataTable } from '../../src/ui/data-table.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { fileSize } from '../../src/ui/format.ts';
import type { ReferralRead } from '../../src/flows/refer-patient.ts';
import { message } from '../../src/ui/message.ts';
import { reasonWords } from '../../src/ui/referral-words.ts';
import { isLeftOpen, isPerhapsOf, leftNotice } from './left-notice.ts';
import { scanLine, scanOf } from './letter-files.ts';
import { patientLetterPart } from './patient-letter-part.ts';
import { openingPart } from './open-referral.ts';
import { forFact, stateWords, ubrnToCopy } from './referral-strip.ts';
import { partHeading, stepHeading, type Screen } from './screen.ts';
import { startAgainButton } from './start-again.ts';
import { uploadedNames, uploadedWords } from './uploaded.ts';
import { priorityWords } from './words.ts';

/** A referral that was opened: what e-RS holds of it now, and what can be done next. */
export function recordStep(screen: Screen): TemplateResult {
  const { opened } = screen.flow.state;
  if (opened.status !== 'open') {
    const lastRead = 'lastRead' in opened && opened.lastRead;
    return html`<div class="step record">
      ${openingPart(screen)} ${lastRead ? lastReadPart(screen, lastRead) : nothing}
      ${startAgainButton(screen)}
    </div>`;
  }
  const { referral, at } = opened;
  return html`<div class="step record">
    ${stepHeading(screen, `Referral ${formatUbrn(referral.ubrn)}`)}
    ${asOf({
      what: 'Referral',
      at,
      now: screen.now,
      onCheckAgain: () => void screen.flow.actions.open(referral.ubrn),
    })}
    ${leftOver(screen, referral)} ${safetyNet(referral)} ${contentOf(screen, referral)}
    ${patientLetterPart(screen)} ${nextSteps(screen, referral)}
  </div>`;
}

/** e-RS is down, or was stopped: what it told when it was read last, to read and no more. */
function lastReadPart(screen: Screen, { referral, at }: ReferralRead): TemplateResult {
  const isStopped = screen.flow.state.opened.status === 'stopped';
  return html`${message({
    kind: 'info',
    title: `As e-RS had it ${clinicalMoment(at)}`,
    content: html`It may have changed since, and nothing can be done with it here until
    ${isStopped ? 'it is opened again.' : 'e-RS answers. Go by what your organisation does while e-RS is down.'}`,
  })}
  ${safetyNet(referral)} ${contentOf(screen, referral)}`;
}

function contentOf(screen: Screen, referral: Referral): TemplateResult {
  const { appointment } = referral;
  return html`${factList({ facts: recordFacts(referral, screen) })}
  ${partHeading(screen, 'Appointment')}
  ${
    appointment
      ? factList({ facts: appointmentFacts(appointment, contactBy(screen, referral)) })
      : html`<p>There is no appointment.</p>`
  }
  ${partHeading(screen, 'Shortlist')} ${shortlist(referral)} ${partHeading(screen, 'Letters')}
  ${letterTable(screen, referral)} ${scanLine(screen)}`;
}

/** What an earlier visit sent for this referral, or uploaded and did not attach. */
function leftOver(screen: Screen, { ubrn }: Referral): (TemplateResult | typeof nothing)[] {
  const { flow } = screen;
  const uploaded = uploadedNames(flow);
  return [
    ...flow.state.leftUnderWay
      .filter((intent) => isPerhapsOf(intent, ubrn))
      .map((intent) => leftNotice(screen, intent)),
    uploaded.length === 0
      ? nothing
      : message({
          kind: 'warn',
          title: uploadedWords(uploaded.length),
          content: `${uploaded.join(', ')}. Press “Attach letters” to go on.`,
        }),
  ];
}

/** A two-week-wait referral without an appointment must not be left (safety net). */
function safetyNet({ priority, appointment }: Referral): TemplateResult | typeof nothing {
  if (priority !== 'TWO_WEEK_WAIT' || appointment) return nothing;
  return message({
    kind: 'warn',
    title: '2 week wait (urgent suspected cancer) with no appointment',
    content: 'Book it now, or make sure that somebody does.',
    level: 3,
  });
}

function recordFacts(referral: Referral, screen: Screen): Fact[] {
  const { clinicalInfoFirstSubmitted, clinicalInfoLastUpdated, related } = referral;
  return [
    { label: 'UBRN', value: ubrnToCopy(referral), strong: true },
    { label: 'State', value: stateInFull(referral) },
    { label: 'Priority', value: priorityWords(referral.priority), strong: true },
    ...forFact(referral, screen.flow),
    ...(clinicalInfoFirstSubmitted
      ? [{ label: 'Letter first sent', value: clinicalMoment(clinicalInfoFirstSubmitted) }]
      : []),
    ...(clinicalInfoLastUpdated
      ? [{ label: 'Letter last changed', value: clinicalMoment(clinicalInfoLastUpdated) }]
      : []),
    ...(related.length > 0
      ? [{ label: 'Same pathway', value: related.map(formatUbrn).join(', ') }]
      : []),
  ];
}

function stateInFull(referral: Referral): TemplateResult {
  const { derived, reason } = referral.state;
  const isToldBelow = !reason || reason.code === referral.appointment?.reason?.code;
  return html`<strong>${stateWords(referral)}</strong>${
      isToldBelow ? nothing : html`. Reason: ${reasonWords(reason)}`
    }
    ${
      derived
        ? html`<div class="ui-hint">
            Worked out from the appointment: e-RS tells no state over HSCN.
          </div>`
        : nothing
    }`;
}

const APPOINTMENT_STATES: Record<string, string> = {
  booked: 'Booked',
  proposed: 'Proposed: the provider acts on it',
  cancelled: 'Cancelled',
  noshow: 'Did not attend',
};

const CONTACT_DAYS: Partial<
  Record<ReferralStateCode, 'deferToProviderContactDays' | 'triageContactDays'>
> = {
  DEFERRED_TO_PROVIDER: 'deferToProviderContactDays',
  AWAITING_TRIAGE: 'triageContactDays',
};

/** By when the provider contacts a patient who is deferred or in triage: known where e-RS tells the priority's days. */
function contactBy(
  { flow }: Screen,
  { state, priority, appointment }: Referral,
): LocalDate | undefined {
  const { lists } = flow.find.state;
  const days = CONTACT_DAYS[state.code];
  if (!days || !appointment?.created) return undefined;
  if (lists.status !== 'ready') return undefined;
  const found = lists.value.priorities.find(({ code }) => code === priority);
  return expectedContact(appointment.created, found?.[days]);
}

function appointmentFacts(appointment: Appointment, contact: LocalDate | undefined): Fact[] {
  const { start, service, clinician, status, reason, comment } = appointment;
  return [
    { label: 'When', value: start ? clinicalMoment(start) : 'No time yet', strong: true },
    { label: 'State', value: APPOINTMENT_STATES[status] ?? status },
    { label: 'Where', value: service.name ?? `Service ${service.id}` },
    {
      label: 'With',
      value: clinician ? (clinician.name ?? clinician.sdsUserId) : 'Clinician not named',
    },
    ...(reason ? [{ label: 'Reason', value: reasonWords(reason) }] : []),
    ...(contact
      ? [{ label: 'Contact by', value: `${clinicalDay(contact)}, by the provider`, strong: true }]
      : []),
    ...(comment ? [{ label: 'Comment', value: comment }] : []),
  ];
}

function shortlist({ shortlist: services }: Referral): TemplateResult {
  if (!services) {
    return html`<p>
      e-RS did not return the shortlist over this connection. The services are in the e-RS
      application.
    </p>`;
  }
  return html`<ol class="ui-list">
    ${services.map(({ id, name }) => html`<li>${name ?? `Service ${id}`}</li>`)}
  </ol>`;
}

function letterTable({ flow }: Screen, { letters }: Referral): TemplateResult {
  if (letters.length === 0) {
    return message({
      kind: 'warn',
      title: flow.isLetterDue() ? 'Letter missing: attach it now' : 'No letter is attached',
      content: 'A service that needs one cannot review this referral without it.',
      level: 3,
    });
  }
  return dataTable({
    caption: 'Letters',
    hideCaption: true,
    columns: ['File', 'Size', 'Attached', 'Scan'],
    rows: letters.map((letter) => ({
      cells: [
        letter.name,
        letter.size === undefined ? 'Not given' : fileSize(letter.size),
        letter.attachedAt ? clinicalMoment(letter.attachedAt) : 'Not given',
        scanOf(letter),
      ],
    })),
  });
}

function nextSteps(screen: Screen, referral: Referral): TemplateResult {
  const { actions, state } = screen.flow;
  const { letters } = referral;
  const hasUploaded = state.unattached.some(({ ubrn }) => ubrn === referral.ubrn);
  return html`<section class="step__part ui-stack" aria-label="What you can do">
    ${partHeading(screen, 'What you can do')} ${bookAction(screen, referral)}
    <div class="ui-row">
      ${button({
        id: 'to-letters',
        label: letters.length > 0 && !hasUploaded ? 'Change the letters' : 'Attach letters',
        unavailable:
          referral.state.code === 'CANCELLED_REFERRAL'
            ? 'Not available: the referral is cancelled.'
            : undefined,
        onPress: () => actions.goTo('letters'),
      })}
      ${unfinishedButton(screen)} ${startAgainButton(screen)}
    </div>
  </section>`;
}

function bookAction({ flow }: Screen, { ubrn, appointment }: Referral): TemplateResult {
  const toBook = (label: string, kind?: 'primary'): TemplateResult =>
    button({ id: 'to-book', label, kind, onPress: () => flow.actions.goTo('book') });
  if (appointment?.status === 'booked') {
    return html`${toBook('Go to the confirmation, to print it')}
      <p class="ui-hint">To change or cancel the appointment, use the e-RS application.</p>`;
  }
  if (appointment && appointment.status !== 'cancelled') {
    return unavailableAction({
      id: 'to-book',
      label: 'Book',
      reason: 'Not available: the provider is to act on this referral now.',
    });
  }
  return isLeftOpen(flow, ubrn, isBooking)
    ? toBook('See what came of the booking')
    : toBook('Book', 'primary');
}

/** A search that was left to look at this referral is still there. */
function unfinishedButton({ flow }: Screen): TemplateResult | typeof nothing {
  const { shortlist } = flow.find.state;
  if (shortlist.length === 0 || flow.create.state.phase.status === 'created') return nothing;
  return button({
    id: 'to-find',
    label: 'Back to the unfinished referral',
    onPress: () => flow.actions.goTo('find'),
  });
}
