import type { Referral } from '../domain/referral.ts';
import type { Service } from '../domain/service.ts';
import { createAttachLetters } from './attach-letters.ts';
import { createBookSlot } from './book-slot.ts';
import { createCreateReferral, type ReferralContent } from './create-referral.ts';
import { createFindServices, type FindServicesState } from './find-services.ts';
import { update } from './flow.ts';
import { createPatientLetter } from './print-patient-letter.ts';
import type { NewReferralParts, ReferDesk, ReferralParts } from './refer-desk.ts';

export interface StartHooks {
  /** After each change of either part. */
  onChange(): void;
  /** Also when nobody looks any more: the patient was changed while it was on its way. */
  onCreated(): void;
}

/** Begins a referral: search, shortlist, form. */
export function startParts(ports: ReferDesk['ports'], hooks: StartHooks): NewReferralParts {
  const find = createFindServices(ports);
  const create = createCreateReferral(ports, {
    search: () => referralContent(find.state),
    subscribe: find.subscribe,
    onCreated: hooks.onCreated,
  });
  const stops = [find, create].map((flow) => flow.subscribe(hooks.onChange));
  return {
    find,
    create,
    unsubscribe() {
      for (const stop of stops) stop();
    },
  };
}

export function closeStart({ find, create, unsubscribe }: NewReferralParts): void {
  unsubscribe();
  find.dispose();
  create.dispose();
}

/** The criteria of the newest search, only while they still find the whole shortlist. */
export function referralContent(state: FindServicesState): ReferralContent {
  const { search, shortlist, stale, vanished, draft } = state;
  const holds = search.status === 'found' && !stale && vanished.length === 0;
  const { referringClinician } = draft;
  return { criteria: holds ? search.criteria : undefined, shortlist, referringClinician };
}

/** Takes up a referral that was created or opened, with a flow for each thing to do with it. */
export function adopt(desk: ReferDesk, referral: Referral, services?: readonly Service[]): void {
  closeParts(desk);
  const { ports, store } = desk;
  const { ubrn } = referral;
  const letters = createAttachLetters(ports, referral, desk.letterDrafts.of(referral));
  const patientLetter = createPatientLetter(ports, referral);
  const booking = createBookSlot(ports, { ubrn, services });
  const parts: ReferralParts = {
    referral,
    letters,
    patientLetter,
    booking,
    unsubscribe: () => undefined,
  };
  desk.parts = parts;
  parts.unsubscribe = followParts(desk, parts);
  update(store, { opened: { status: 'open', referral, at: ports.clock.now() } });
}

/** What one part reads anew, the others work with: a write names the newest version. */
function followParts(desk: ReferDesk, parts: ReferralParts): () => void {
  const { letters, patientLetter, booking } = parts;
  const seen = new Map([letters, booking].map((part) => [part, part.state.referral]));
  const onChange = (part: typeof letters | typeof booking): void => {
    const { referral } = part.state;
    const isNewer = referral !== undefined && referral !== seen.get(part);
    seen.set(part, referral);
    if (isNewer && referral !== parts.referral) tellAll(desk, parts, referral);
    else touch(desk);
  };
  const stops = [
    letters.subscribe(() => {
      desk.letterDrafts.keep(letters.state);
      onChange(letters);
    }),
    booking.subscribe(() => onChange(booking)),
    patientLetter.subscribe(() => touch(desk)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export function tellAll(
  { store, ports }: ReferDesk,
  parts: ReferralParts,
  referral: Referral,
): void {
  parts.referral = referral;
  parts.letters.follow(referral);
  parts.booking.follow(referral);
  parts.patientLetter.actions.follow(referral);
  update(store, { opened: { status: 'open', referral, at: ports.clock.now() } });
}

/** A change of a part is a change of the whole. */
export function touch({ store }: Pick<ReferDesk, 'store'>): void {
  update(store, {});
}

export function closeParts(desk: ReferDesk): void {
  const { parts } = desk;
  desk.parts = undefined;
  if (!parts) return;
  parts.unsubscribe();
  parts.letters.dispose();
  parts.patientLetter.dispose();
  parts.booking.dispose();
}

/** While a write is on its way the step stays: two writes never run at once for one referral. */
export function isWriting({ start, parts }: ReferDesk): boolean {
  const booking = parts?.booking.state.phase.status;
  return (
    start.create.state.phase.status === 'sending' ||
    parts?.letters.state.phase.status === 'attaching' ||
    booking === 'sending' ||
    booking === 'reading-back'
  );
}
