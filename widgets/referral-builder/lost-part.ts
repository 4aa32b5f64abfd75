import { html, nothing, type TemplateResult } from 'lit';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import { parseUbrn } from '../../src/domain/ubrn.ts';
import { clinicalMoment, ukTimeWithSeconds, ukZone } from '../../src/domain/uk-time.ts';
import type { FindLostFlow, UnknownCreate } from '../../src/flows/find-lost-referral.ts';
import { button } from '../../src/ui/button.ts';
import { commitArea } from '../../src/ui/commit-area.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { patientName } from '../../src/ui/format.ts';
import { textField } from '../../src/ui/text-field.ts';
import { onEnter } from './look-up-field.ts';
import { lostMessage, notNotedMessage, saidNone, saidOfLost } from './lost-words.ts';
import { partHeading, type Screen } from './screen.ts';
import { priorityWords } from './words.ts';

/** What is loaded once an answer was lost. */
export const lost = { show: lostPart, said: saidOfLost, none: saidNone };

/** Finds out whether a create made a referral: by e-RS's list, or by a person who looks there. */
function lostPart(screen: Screen, lost: FindLostFlow): TemplateResult {
  const { intent, phase } = lost.state;
  const isAsked = phase.status !== 'waiting' && phase.status !== 'looking';
  return html`<section
    class="lost ui-stack"
    aria-label=${`Find out about the referral sent ${clinicalMoment(intent.sentAt)}`}
  >
    ${
      screen.memory.lostConfirming === intent.id
        ? confirmNone(screen, lost)
        : html`${lostMessage(lost, screen.whyNotSend)} ${isAsked ? byPerson(screen, lost) : nothing}`
    }
  </section>`;
}

function byPerson(screen: Screen, lost: FindLostFlow): TemplateResult {
  return html`${partHeading(screen, 'What was sent')}
  ${factList({ facts: whatToLookFor(screen, lost.state.intent) })} ${foundField(screen, lost)}
  ${notNotedMessage(lost)} ${noneAction(screen, lost)}`;
}

const NOT_KNOWN = 'Not known to this page, as another one sent it';

/** By which a person tells it from other referrals of the patient. */
function whatToLookFor({ session, flow }: Screen, intent: UnknownCreate): Fact[] {
  const { patient } = session;
  const { serviceIds, priority, sentAt, referrerId, referrerName } = intent;
  const { search, shortlist } = flow.find.state;
  const found = search.status === 'found' ? search.services : [];
  const names = new Map([...found, ...shortlist].map((service) => [service.id, service.name]));
  const services = serviceIds?.map((id) => names.get(id) ?? `Service ${id}`).join('; ');
  return [
    { label: 'Patient', value: patientName(patient) },
    { label: 'NHS No.', value: formatNhsNumber(patient.nhsNumber) },
    { label: 'Sent', value: clinicalMoment(sentAt), strong: true },
    { label: 'Services', value: services ?? NOT_KNOWN },
    { label: 'Priority', value: priority ? priorityWords(priority) : NOT_KNOWN },
    ...(referrerId ? [{ label: 'Referring clinician', value: referrerName ?? referrerId }] : []),
    { label: 'Reference', value: intent.problem.correlationId },
  ];
}

function foundField(screen: Screen, lost: FindLostFlow): TemplateResult {
  const { state, actions } = lost;
  const { id } = state.intent;
  const { lostTyped, lostUbrnError } = screen.memory;
  const value = lostTyped[id] ?? '';
  const fieldId = `lost-ubrn-${id}`;
  const choose = async (): Promise<void> => {
    if (screen.whyNotSend) return;
    const number = parseUbrn(value);
    screen.remember({ lostUbrnError: number ? undefined : id });
    if (!number) screen.focus(`#${CSS.escape(fieldId)}`);
    else await actions.choose(number).then(() => goToNotNoted(screen, lost));
  };
  return html`<div class="lost__found ui-stack" @keydown=${onEnter(() => void choose())}>
    ${textField({
      id: fieldId,
      label: 'If it is there, its UBRN',
      hint: 'The 12 digits that e-RS gave the referral. We read it from e-RS and open it here.',
      error: lostUbrnError === id ? 'Enter a UBRN of 12 digits' : undefined,
      value,
      width: 'medium',
      inputMode: 'numeric',
      onInput: (typed) =>
        screen.remember({ lostTyped: { ...lostTyped, [id]: typed }, lostUbrnError: undefined }),
    })}
    <div>
      ${button({
        id: `lost-found-${id}`,
        label: 'I found it',
        about: 'under this UBRN',
        busy: state.noting ? 'Checking…' : undefined,
        unavailable: screen.whyNotSend,
        onPress: () => void choose(),
      })}
    </div>
  </div>`;
}

/** Why what the user said was not noted, if so. */
function goToNotNoted({ focus }: Screen, { state }: FindLostFlow): void {
  if (state.notNoted || state.ofAnotherCreate) focus('.lost__not-noted [data-focus-heading]');
}

function noneAction(screen: Screen, { state }: FindLostFlow): TemplateResult {
  const { intent, phase } = state;
  const ask = (): void => {
    screen.remember({ lostConfirming: intent.id });
    screen.focus('#lost-confirm');
  };
  return html`<div class="ui-row">
    ${button({
      id: `lost-none-${intent.id}`,
      label: phase.status === 'several' ? 'None of these is it' : 'I checked, there is none',
      unavailable: whyNotYet(screen, state),
      onPress: ask,
    })}
  </div>`;
}

function whyNotYet({ now }: Screen, state: FindLostFlow['state']): string | undefined {
  if (state.phase.status === 'not-looked') {
    return 'Not available yet: first e-RS’s list must be read. Press “Try again”.';
  }
  const { noneFrom } = state;
  return now < noneFrom
    ? `Not before ${ukTimeWithSeconds(noneFrom)} ${ukZone(noneFrom)}: until then e-RS may still make it.`
    : undefined;
}

function confirmNone(screen: Screen, lost: FindLostFlow): TemplateResult {
  const { session, today, remember, focus } = screen;
  const { state } = lost;
  const { id, sentAt } = state.intent;
  const back = (): void => {
    remember({ lostConfirming: undefined });
    focus(`#${CSS.escape(`lost-none-${id}`)}`);
  };
  return html`${partHeading(screen, 'Confirm that there is none', 'lost-confirm')}
  ${notNotedMessage(lost)}
  ${commitArea({
    doing: 'You say that you looked in e-RS, and that it has no referral from this create, for',
    patient: session.patient,
    today,
    facts: [
      { label: 'Sent', value: clinicalMoment(sentAt), strong: true },
      { label: 'Said by', value: session.user.name, strong: true },
    ],
    note: 'The audit log keeps this under your name. After that the referral can be created again. If it was made after all, there will be two.',
    primary: button({
      id: 'lost-confirm-none',
      kind: 'primary',
      label: 'Confirm: there is none',
      busy: state.noting ? 'Noting…' : undefined,
      unavailable: screen.whyNotSend,
      onPress: () => void sayNone(screen, lost),
    }),
    back: button({ label: 'Go back', id: 'lost-confirm-back', kind: 'link', onPress: back }),
    training: session.environment === 'training',
  })}`;
}

async function sayNone(screen: Screen, lost: FindLostFlow): Promise<void> {
  await lost.actions.confirmNone();
  if (lost.state.phase.status !== 'gone') {
    goToNotNoted(screen, lost);
    return;
  }
  screen.remember({ lostConfirming: undefined, showingLost: false, saidNone: true });
  screen.focus('[data-focus-heading]');
  screen.say('Noted. You can create the referral now');
}
