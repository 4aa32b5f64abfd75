import type { Coded } from './criteria.ts';
import type { BookableType, RequestFlow } from './service.ts';

declare const serviceVersion: unique symbol;

/** Of what a service says of itself: what was kept under an older one is stale. */
export type ServiceVersion = string & { readonly [serviceVersion]: true };

/** What a service says of itself to anyone, whoever the patient. It may be kept by its version. */
export interface ServiceFacts {
  id: string;
  version: ServiceVersion;
  name: string;
  /** Absent where e-RS does not say. */
  isActive?: boolean | undefined;
  /** ODS site codes. */
  sites: readonly string[];
  /** Empty where e-RS does not say. */
  flows: readonly RequestFlow[];
  /** Absent for a service that books nobody, and where e-RS does not say. */
  bookableType?: BookableType | undefined;
  appointmentTypes: readonly Coded[];
  /** As the service wrote it. */
  hours?: string | undefined;
  /** What a patient is to know or do, as the service wrote it. */
  instructions?: string | undefined;
  contacts: readonly ServiceContact[];
}

export interface ServiceContact {
  /** `PATINF`: for patients; `HEALTHCARE_PROFESSIONALS`: not to be given to them. */
  purpose?: Coded | undefined;
  kind: 'phone' | 'email' | (string & {});
  value: string;
}

/** The most services that e-RS tells of at once (api-platform.md §3). */
export const SERVICE_FACTS_LIMIT = 20;
