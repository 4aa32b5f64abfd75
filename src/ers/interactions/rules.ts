import { parseInstant } from '../../domain/instant.ts';
import type { ProblemReason } from '../../domain/problem.ts';

/** A request that is not sent: the dialect lacks it, or it breaks a rule of e-RS. */
export interface Refusal {
  refused: ProblemReason;
  /**
   * e-RS's own name for what is at fault; of what stands in an address, the name of our argument.
   * None where the request is refused as a whole.
   */
  field?: string | undefined;
  /** Characters; with `text-too-long`. */
  limit?: number | undefined;
}

export interface Rule extends Refusal {
  isBroken: boolean;
}

export function wrong(field: string, isBroken: boolean): Rule {
  return { refused: 'field-wrong', field, isBroken };
}

export function missing(field: string, isBroken: boolean): Rule {
  return { refused: 'field-required', field, isBroken };
}

export function notPermitted(field: string, isBroken: boolean): Rule {
  return { refused: 'field-not-permitted', field, isBroken };
}

/** That what is given has the form that e-RS wants. */
export function formRule(field: string, value: string | undefined, form: RegExp): Rule {
  return wrong(field, value !== undefined && !form.test(value));
}

/** That it is given, and in that form: an absent one would be sent as the word `undefined`. */
export function neededForm(field: string, value: string | undefined, form: RegExp): Rule {
  return value ? formRule(field, value, form) : missing(field, true);
}

/** That a word, where one is given, is one of those that e-RS knows there. */
export function wordRule(field: string, word: string | undefined, words: readonly string[]): Rule {
  return wrong(field, word !== undefined && !words.includes(word));
}

/** That a word is given, and is one of those. */
export function neededWord(
  field: string,
  word: string | undefined,
  words: readonly string[],
): Rule {
  return word ? wordRule(field, word, words) : missing(field, true);
}

/** That a count, where one is given, is a whole number from 0. */
export function countRule(field: string, count = 0): Rule {
  return neededCount(field, count);
}

/** That a count is given, and is a whole number from 0. */
export function neededCount(field: string, count: number): Rule {
  return wrong(field, !Number.isSafeInteger(count) || count < 0);
}

/** That a moment is one, with its zone. */
export function momentRule(field: string, moment: string): Rule {
  return wrong(field, !parseInstant(moment));
}

/** That a text is there where e-RS wants one, and no longer than so many characters. */
export function textRules(
  field: string,
  text: string | undefined,
  { limit, required }: { limit: number; required: boolean },
): Rule[] {
  return [
    missing(field, required && !text?.trim()),
    { refused: 'text-too-long', field, limit, isBroken: (text?.length ?? 0) > limit },
  ];
}

/** The first rule that is broken. */
export function firstBroken(rules: readonly Rule[]): Refusal | undefined {
  const broken = rules.find(({ isBroken }) => isBroken);
  if (!broken) return undefined;
  const { refused, field, limit } = broken;
  return { refused, field, limit };
}
