import type { BusinessFunction } from './user.ts';

/** Why something cannot be done with a referral. Codes; their words are the widgets'. */
export type WhyNot =
  /** e-RS has no such interaction in this dialect. */
  | 'not-in-dialect'
  /** e-RS takes it from other roles only. */
  | 'role'
  /** It was not possible to ask e-RS what is permitted, and nothing is offered on a guess. */
  | 'not-known'
  /** There is an appointment; what was asked for is for triage and deferral. */
  | 'booked'
  /** There is no appointment that could be accepted, rejected or cancelled. */
  | 'not-booked'
  | 'awaits-triage'
  | 'deferred'
  /** The appointment has passed. */
  | 'appointment-past'
  /** The referrer's letter is not there yet. */
  | 'no-clinical-information'
  /** Somebody has decided: it waits for the provider's administrators, went back, or was rejected. */
  | 'decided'
  /** For good. */
  | 'cancelled'
  /** e-RS does not permit it and does not say why. */
  | 'not-permitted';

/** Who can do it instead, or what has to come first. */
export type WhoCan =
  | { who: 'role'; roles: readonly BusinessFunction[] }
  /** Somebody in the e-RS application itself. */
  | { who: 'e-rs-application' }
  /** The referring practice, by adding the letter or by booking anew. */
  | { who: 'referrer' }
  /** The service's administrators, in the e-RS application. */
  | { who: 'provider-administrator' }
  /** Nobody, unless the appointment is cancelled first. */
  | { who: 'after-cancelling' }
  /** Nobody before e-RS has been asked again. */
  | { who: 'after-asking-again' }
  | { who: 'nobody' };

export type Permission = { allowed: true } | Forbidden;

export interface Forbidden {
  allowed: false;
  why: WhyNot;
  whoCan: WhoCan;
}

export const ALLOWED: Permission = { allowed: true };
