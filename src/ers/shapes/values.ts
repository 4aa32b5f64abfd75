import * as v from 'valibot';
import type { AdviceVersion } from '../../domain/advice.ts';
import { parseInstant, parseLocalDate } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import { parseUbrn } from '../../domain/ubrn.ts';

/** Absent, or `null`: FHIR forbids null, yet e-RS has been seen to send it. */
export function maybe<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.nullish(schema),
    v.transform((value) => value ?? undefined),
  );
}

/** A text that a parser of the domain accepts. */
function parsed<T>(parse: (text: string) => T | undefined) {
  return v.pipe(
    v.string(),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue();
      return NEVER;
    }),
  );
}

/** A text in a known form, as a branded string. */
function inForm<T extends string>(form: RegExp) {
  return parsed((text) => (form.test(text) ? (text as T) : undefined));
}

export const instant = parsed(parseInstant);
export const localDate = parsed(parseLocalDate);
export const ubrn = parsed(parseUbrn);
export const version = inForm<ReferralVersion>(/^\d{1,9}$/);
export const adviceVersion = inForm<AdviceVersion>(/^\d{1,9}$/);
export const serviceId = inForm<string>(/^\d{1,18}$/);
/** `W/"8"` → `8`. */
export function versionOfETag(etag: string | undefined): ReferralVersion | undefined {
  const [, number] = /^(?:W\/)?"(\d{1,9})"$/.exec(etag ?? '') ?? [];
  return number as ReferralVersion | undefined;
}

export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Ten digits; eleven in an official answer of A012. Not Modulus 11: the number is e-RS's own word
 * and its training patients, like those of the official examples, do not all pass. It is compared
 * with the patient asked for instead.
 */
export const nhsNumber = inForm<NhsNumber>(/^\d{10,11}$/);

export const coded = v.object({ code: v.string(), display: maybe(v.string()) });

const codedWithSystem = v.object({
  system: maybe(v.string()),
  code: v.string(),
  display: maybe(v.string()),
});

/** A concept by its first coding: e-RS gives one. */
export const concept = v.pipe(
  v.object({ coding: v.tuple([coded]) }),
  v.transform(({ coding }) => coding[0]),
);

/** For codes whose meaning hangs on the system they are of. */
export const conceptWithSystem = v.pipe(
  v.object({ coding: v.tuple([codedWithSystem]) }),
  v.transform(({ coding }) => coding[0]),
);

export const identifier = v.object({ system: maybe(v.string()), value: v.string() });
