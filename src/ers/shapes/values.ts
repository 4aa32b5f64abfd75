import { parseInstant, parseLocalDate } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import { parseUbrn } from '../../domain/ubrn.ts';
import { NUMBERED_ID, VERSION } from '../forms.ts';
import { at, from, maybe, object, one, parsed, text } from './shape.ts';

/** A text in a known form, as a branded string. */
export function inForm<T extends string>(form: RegExp) {
  return parsed((written) => (form.test(written) ? (written as T) : undefined));
}

export const instant = parsed(parseInstant);
export const localDate = parsed(parseLocalDate);
export const ubrn = parsed(parseUbrn);
export const version = inForm<ReferralVersion>(VERSION);
export const serviceId = inForm<string>(NUMBERED_ID);

/** `W/"8"` → `8`. */
export function versionOfETag(etag: string | undefined): ReferralVersion | undefined {
  const [, number] = /^(?:W\/)?"(\d{1,9})"$/.exec(etag ?? '') ?? [];
  return number as ReferralVersion | undefined;
}

/**
 * Ten digits; eleven in an official answer of A012. Not Modulus 11: the number is e-RS's own word
 * and its training patients, like those of the official examples, do not all pass. It is compared
 * with the patient asked for instead.
 */
export const nhsNumber = inForm<NhsNumber>(/^\d{10,11}$/);

export const coded = object({ code: text, display: maybe(text) });

/** Whose it is, by the NHS number. */
export const subject = at('identifier', at('value', nhsNumber));

/** The version that a resource says it is of, under the name `version`. */
export function ownVersion<Version extends string>() {
  return from('meta', maybe(at('versionId', maybe(inForm<Version>(VERSION)))));
}

/** A concept by its first coding: e-RS gives one. */
export const concept = at('coding', one(coded));

export const identifier = object({ system: maybe(text), value: text });

/** A logical reference: somebody or something by its identifier alone. */
export const identified = at('identifier', at('value', text));

export const reference = at('reference', text);

/** A service by its id, with its name where e-RS says it. */
export const namedService = object({
  id: from('identifier', at('value', serviceId)),
  name: from('display', maybe(text)),
});
