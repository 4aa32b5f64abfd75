import type { Coded, Priority } from './criteria.ts';
import type { Instant } from './instant.ts';

/** A concept of e-RS reference data with the time it is valid. */
export interface ReferenceConcept extends Coded {
  display: string;
  effectiveFrom?: Instant | undefined;
  effectiveTo?: Instant | undefined;
}

export interface ClinicType extends ReferenceConcept {
  specialty: string;
}

export interface PriorityConcept extends ReferenceConcept {
  code: Priority;
  /** Working days within which a provider contacts a deferred patient. */
  deferToProviderContactDays?: number | undefined;
}

/** What may be offered now. Data met with an expired code is still shown by its name. */
export function effectiveAt<T extends ReferenceConcept>(concepts: readonly T[], now: Instant): T[] {
  return concepts.filter(
    ({ effectiveFrom, effectiveTo }) =>
      (!effectiveFrom || effectiveFrom <= now) && (!effectiveTo || effectiveTo >= now),
  );
}
