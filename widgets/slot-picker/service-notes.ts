import { html, nothing, type TemplateResult } from 'lit';
import type { DeferReason } from '../../src/domain/referral.ts';
import { clinicalDay } from '../../src/domain/uk-time.ts';
import type { BookSlotState, DeferCause, ServiceSlots } from '../../src/flows/book-slot.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { factList } from '../../src/ui/facts.ts';
import { wholeNumber } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { bookableServices, isOnlyTriage, serviceOf, type PickerView } from './picker-view.ts';
import { givenUntil } from './slot-page.ts';
import { serviceFacts, serviceName, together } from './slot-words.ts';

/** What there is to say of each service besides its slots. A failed one is never an empty row. */
export function serviceNotes(view: PickerView): TemplateResult[] {
  return view.state.services
    .map((service) => noteOf(service, view))
    .filter((note) => note !== nothing);
}

function noteOf(service: ServiceSlots, view: PickerView): TemplateResult | typeof nothing {
  const { load, wayToBook } = service;
  const said = INFORMATION[wayToBook];
  if (said) return band(service, said, triageButton(service, view));
  if (load.status === 'failed') return failed(service, view);
  if (load.status === 'loading' && service.slots.length === 0)
    return band(service, 'Asking e-RS for its free slots.');
  if (load.status === 'stopped') return stopped(service, view);
  if (load.status !== 'loaded') return nothing;
  if (load.total === 0) return noSlots(service, view);
  return load.nextPage === undefined ? nothing : moreSlots(service, view);
}

const INFORMATION: Record<ServiceSlots['wayToBook'], string | undefined> = {
  'book-here': undefined,
  unknown: undefined,
  'patient-phones': 'The patient phones to book. The number is on the patient letter.',
  triage: 'Triage service: it has no slots. It reviews the referral first.',
  'phones-or-triage':
    'e-RS gives no slots of it here: the patient phones to book, or the service reviews the referral first. The patient letter says which.',
  'not-bookable': 'Appointments of this service cannot be booked here.',
};

function band(
  service: ServiceSlots,
  said: string | TemplateResult,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const facts = serviceFacts(service);
  return html`<div class="band">
    <span
      ><strong>${serviceName(service)}</strong>
      <span class="ui-faint">${facts ? `${facts}. ` : nothing}${said}</span></span
    >
    ${action}
  </div>`;
}

/** Of a service that has no slots and does not say why, the user knows whether it triages. */
function triageButton(
  { serviceId, wayToBook }: ServiceSlots,
  { state, session, actions }: PickerView,
): TemplateResult | typeof nothing {
  const mayTriage = wayToBook === 'triage' || wayToBook === 'phones-or-triage';
  const isOffered = session.can('send-referral-for-triage');
  if (!mayTriage || (!isOffered && wayToBook !== 'triage')) return nothing;
  return button({
    id: `ers-triage-${serviceId}`,
    kind: isOnlyTriage(state) ? 'primary' : 'link',
    label: 'Send for triage',
    about: serviceName(serviceOf(state, serviceId)),
    onPress: () => actions.startTriage(serviceId),
    unavailable: isOffered
      ? undefined
      : 'Not available: it cannot be sent from here. Use the e-RS application.',
  });
}

function failed(service: ServiceSlots, view: PickerView): TemplateResult | typeof nothing {
  if (service.load.status !== 'failed') return nothing;
  const name = serviceName(service);
  const { problem } = service.load;
  if (problem.reason === 'session-ended')
    return message({
      kind: 'warn',
      level: 3,
      title: `We do not know which slots are free at ${name}`,
      content: 'They are read as soon as you have signed in again.',
    });
  return html`${message({
      kind: 'error',
      level: 3,
      title: `We do not know which slots are free at ${name}`,
      content: `It may have free slots. Nothing was sent and nothing was lost. The cause: ${problemText(problem).title}.`,
    })}
    <p>
      Check again. If it still fails, phone your local service desk and give them this reference.
    </p>
    ${factList({ facts: problemReferences(problem), layout: 'ids' })}
    ${buttonRow(checkAgain(service, view))}`;
}

function stopped(service: ServiceSlots, view: PickerView): TemplateResult {
  return html`<div class="band">
    <span>
      <strong>${serviceName(service)}</strong>
      <span class="ui-faint">You stopped asking for its free slots: it may have some.</span></span
    >
    ${checkAgain(service, view)}
  </div>`;
}

function checkAgain(service: ServiceSlots, { actions }: PickerView): TemplateResult {
  return button({
    id: `ers-again-${service.serviceId}`,
    label: 'Check again',
    about: serviceName(service),
    onPress: () => void actions.checkAgain(),
  });
}

function noSlots(service: ServiceSlots, view: PickerView): TemplateResult {
  const name = serviceName(service);
  const cause = causeOf(view.state, service.serviceId);
  if (!cause) return band(service, 'No free slots.');
  return html`<div class="band">
    <span>No free slots at <strong>${name}</strong>: you can defer to this provider.</span>
    ${deferButton(cause, view)}
  </div>`;
}

function moreSlots(service: ServiceSlots, { actions }: PickerView): TemplateResult {
  const { load, slots } = service;
  const until = givenUntil(service);
  const name = serviceName(service);
  const total = load.status === 'loaded' ? load.total : slots.length;
  return html`<div class="band">
    <span
      ><strong>${name}</strong>
      <span class="ui-faint"
        >e-RS gave ${wholeNumber(slots.length)} of ${wholeNumber(total)}
        slots${until ? html`, to ${together(clinicalDay(until))}` : nothing}.</span
      ></span
    >
    ${button({
      id: `ers-more-${service.serviceId}`,
      kind: 'link',
      label: 'Ask for more slots',
      about: name,
      onPress: () => void actions.more(service.serviceId),
    })}
  </div>`;
}

/** The newest lawful cause at a service. */
export function causeOf({ causes }: BookSlotState, serviceId: string): DeferCause | undefined {
  return causes.findLast((cause) => cause.serviceId === serviceId);
}

const ALLOWED_AS: Record<DeferReason, string> = {
  NO_SLOTS_AT_SERVICE: 'the service has no free slots',
  SLOT_NOT_AVAILABLE: 'the slot was lost',
  BOOKING_ATTEMPT_PROBLEM: 'the booking had a problem',
};

/** Why it may be deferred: the very reason that is sent, as e-RS audits it. */
export function whyDeferral(
  { reason }: DeferCause,
  what = 'Deferring is allowed now',
): TemplateResult {
  return html`<span class="ui-hint">${what}, because ${ALLOWED_AS[reason]}.</span>`;
}

export function deferButton({ serviceId }: DeferCause, view: PickerView): TemplateResult {
  return button({
    id: `ers-defer-${serviceId}`,
    kind: 'link',
    label: 'Defer to provider',
    about: serviceName(serviceOf(view.state, serviceId)),
    onPress: () => view.actions.startDeferral(serviceId),
    unavailable: view.session.can('defer-to-provider')
      ? undefined
      : 'Not available for your role. A referring clinician or their admin can defer.',
  });
}

/** Whether and why the referral can go to a provider without an appointment. e-RS audits the cause. */
export function deferralLine(view: PickerView): TemplateResult {
  const lost = view.state.causes.filter(({ reason }) => reason !== 'NO_SLOTS_AT_SERVICE');
  if (view.state.causes.length === 0)
    return html`<p class="ui-hint">
      <strong>Defer to provider: not available.</strong> ${whyNoDeferral(view.state)} e-RS allows it
      only when there are no slots, or a booking fails. It is not for times that do not suit.
    </p>`;
  return html`${lost.map(
    (cause) =>
      html`<p>
        ${deferButton(cause, view)}
        ${whyDeferral(cause, `Allowed now at ${serviceName(serviceOf(view.state, cause.serviceId))}`)}
      </p>`,
  )}`;
}

function whyNoDeferral(state: BookSlotState): string {
  const services = bookableServices(state);
  const known = services.filter(({ slots }) => slots.length > 0);
  if (services.length === 0) return 'No service here has slots that can be booked.';
  if (known.length < services.length) return 'e-RS has not said that a service has no slots.';
  if (services.length === 1) return 'The service has free slots.';
  return services.length === 2
    ? 'Both services have free slots.'
    : `All ${services.length} services have free slots.`;
}
