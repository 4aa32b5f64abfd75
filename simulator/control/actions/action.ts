import type { AdviceRequest } from '../../core/advice.ts';
import type { Core } from '../../core/core.ts';
import type { Referral, Service } from '../../core/model.ts';
import type { Fields, Values } from '../reading.ts';
import { ControlMistake } from '../reading.ts';

/** What an action is done to; the control page offers it there. */
export type Subject = 'referral' | 'advice' | 'file' | 'service' | 'person' | 'all';

/** Something that others do to e-RS, or that a trainer lets happen. */
export interface Action<Given extends Fields = Fields> {
  /** What its button says. */
  words: string;
  about: Subject;
  fields: Given;
  /** Throws ControlMistake, or the Refusal of a rule of e-RS; then nothing has changed. */
  act(core: Core, values: Values<Given>): void;
}

export type Actions = Readonly<Record<string, Action>>;

/** Keeps the values typed by the fields where the action is written down. */
export function action<Given extends Fields>(definition: Action<Given>): Action {
  return definition;
}

export function referralNamed(core: Core, ubrn: string): Referral {
  const referral = core.referrals.get(ubrn);
  if (referral) return referral;
  throw new ControlMistake(`No such referral: ${ubrn}.`);
}

/** A referral, or the advice request of that UBRN where there is no referral. */
export function requestNamed(core: Core, ubrn: string): Referral | AdviceRequest {
  return core.referrals.get(ubrn) ?? core.advice.get(ubrn) ?? referralNamed(core, ubrn);
}

export function adviceNamed(core: Core, ubrn: string): AdviceRequest {
  const advice = core.advice.get(ubrn);
  if (advice) return advice;
  throw new ControlMistake(`No such advice request: ${ubrn}.`);
}

export function serviceNamed(core: Core, id: string): Service {
  const service = core.directory.services.get(id);
  if (service) return service;
  throw new ControlMistake(`No such service: ${id}.`);
}
