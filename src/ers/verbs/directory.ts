import type {
  AppointmentCancellationReason,
  ReferenceConcept,
  ReferralCancellationReason,
} from '../../domain/reference-list.ts';
import type { RequestIdentity } from '../../domain/request-identity.ts';
import type { ServiceFacts, ServiceVersion } from '../../domain/service-facts.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import type { Clinician, Role } from '../../domain/user.ts';
import { retrieveOwnRoles } from '../interactions/a030-retrieve-own-roles.ts';
import { retrieveService } from '../interactions/a033-retrieve-service.ts';
import { retrieveServices } from '../interactions/a035-search-services.ts';
import { retrieveServiceVersion } from '../interactions/a037-retrieve-service-version.ts';
import { retrieveCliniciansActedFor } from '../interactions/a040-retrieve-clinicians-acted-for.ts';
import { identifyRequests } from '../interactions/a041-identify-requests.ts';
import { listReader } from './reference-lists.ts';
import type { Calls, ReadOptions } from './verbs.ts';

/**
 * Reasons, users, services: what is true whoever the patient is. All but the reasons for cancelling
 * an appointment are of the API platform alone.
 */
export interface DirectoryVerbs {
  /** Also those to reject with. Whole lists, as all: what may be offered is for the domain to say. */
  retrieveAppointmentCancellationReasons(
    options?: ReadOptions,
  ): Promise<AppointmentCancellationReason[]>;
  /** Whether each ends an appointment too, and who may give it. */
  retrieveReferralCancellationReasons(options?: ReadOptions): Promise<ReferralCancellationReason[]>;
  /** Why a patient did not come. */
  retrieveNonAttendanceReasons(options?: ReadOptions): Promise<ReferenceConcept[]>;

  /** Every (function, organisation) pair of the user. */
  retrieveOwnRoles(options?: ReadOptions): Promise<Role[]>;
  /** On whose behalf a service provider clinician admin may act; SDS user ids without names. */
  retrieveCliniciansActedFor(options?: ReadOptions): Promise<Clinician[]>;

  /** Hours, instructions and contacts beyond what a search tells. Refused: `no-such-service`. */
  retrieveService(serviceId: string, options?: ReadOptions): Promise<ServiceFacts>;
  /** 1–20 ids; services that e-RS does not know are left out. */
  retrieveServices(serviceIds: readonly string[], options?: ReadOptions): Promise<ServiceFacts[]>;
  /** To tell whether what was kept of a service still holds. */
  retrieveServiceVersion(serviceId: string, options?: ReadOptions): Promise<ServiceVersion>;

  /** What a UBRN names. A draft of e-RS, which advises against it: for inquiry, not for a flow. */
  identifyRequests(ubrn: Ubrn, options?: ReadOptions): Promise<RequestIdentity[]>;
}

export function directoryVerbs({ read }: Calls): DirectoryVerbs {
  const listOf = listReader(read);
  return {
    retrieveAppointmentCancellationReasons: listOf('APPOINTMENT-CANCELLATION-REASON'),
    retrieveReferralCancellationReasons: listOf('REFERRAL-CANCELLATION-REASON'),
    retrieveNonAttendanceReasons: listOf('APPOINTMENT-NON-ATTENDANCE-REASON'),

    retrieveOwnRoles: (options) => read(retrieveOwnRoles)(undefined, options),
    retrieveCliniciansActedFor: (options) => read(retrieveCliniciansActedFor)(undefined, options),

    retrieveService: read(retrieveService),
    retrieveServices: read(retrieveServices),
    retrieveServiceVersion: read(retrieveServiceVersion),

    identifyRequests: read(identifyRequests),
  };
}
