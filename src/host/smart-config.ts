import * as v from 'valibot';

const FHIR_BASE = /^(https:\/\/[^\s?#]+|http:\/\/localhost(:\d+)?\/[^\s?#]*)$/;

function scopesOf(scope: string): string[] {
  return scope.split(' ');
}

/** SMART App Launch: who may launch the widgets, and as which client of theirs. */
export const SmartSchema = v.strictObject({
  /** FHIR bases of the record systems that may launch, exactly as they name themselves in `iss`. */
  issAllow: v.pipe(
    v.array(v.pipe(v.string(), v.regex(FHIR_BASE, 'must be an https address without a query'))),
    v.minLength(1, 'must name at least one FHIR base'),
  ),
  clientId: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  scope: v.pipe(
    v.string(),
    v.check((scope) => scopesOf(scope).includes('launch'), 'must contain launch'),
    // A token that outlives the user's presence has no place in a browser.
    v.check((scope) => !scopesOf(scope).includes('offline_access'), 'must not ask offline_access'),
  ),
});

export type SmartConfig = v.InferOutput<typeof SmartSchema>;
