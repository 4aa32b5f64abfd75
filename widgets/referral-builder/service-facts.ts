import type { Service } from '../../src/domain/service.ts';
import type { Fact } from '../../src/ui/facts.ts';
import {
  distanceWords,
  kindWords,
  letterWords,
  NONE_GIVEN,
  supportWords,
  treatedWords,
  waitWords,
  wayWords,
} from './words.ts';

/** One field of a service as the screen says it. Free text is shown as the service wrote it. */
export interface ServiceField {
  label: string;
  say: (service: Service) => string;
  strong?: boolean | undefined;
  /** Given text stands out: it must be read before referring. */
  alert?: boolean | undefined;
}

export const KEY_FIELDS: readonly ServiceField[] = [
  { label: 'Indicative wait', say: ({ wait }) => waitWords(wait), strong: true },
  { label: 'Distance', say: ({ distance }) => distanceWords(distance), strong: true },
  { label: 'How to book', say: wayWords, strong: true },
  { label: 'Referral letter', say: letterWords, strong: true },
];

/** What keeps a patient safe: always there, always in full. */
export const SAFETY_FIELDS: readonly ServiceField[] = [
  { label: 'Referrer alert', say: ({ referrerAlert }) => given(referrerAlert), alert: true },
  { label: 'Exclusions', say: ({ exclusions }) => given(exclusions) },
  { label: 'Suggested tests', say: ({ suggestedInvestigations: tests }) => given(tests) },
  { label: 'Conditions', say: ({ conditionsTreated }) => given(conditionsTreated) },
  { label: 'Sex, age treated', say: treatedWords },
];

export const FURTHER_FIELDS: readonly ServiceField[] = [
  { label: 'Clinic kind', say: kindWords },
  { label: 'Support available', say: supportWords },
];

export function factsOf(service: Service, fields: readonly ServiceField[]): Fact[] {
  return fields.map(({ label, say, strong, alert }) => {
    const value = say(service);
    return { label, value, strong, alert: alert && value !== NONE_GIVEN };
  });
}

function given(text: string | undefined): string {
  return text?.trim() ? text : NONE_GIVEN;
}
