import type { Core } from './core.ts';
import type { AdviceRequest } from './advice.ts';
import type { Caller, HistoryRow, Referral } from './model.ts';
import { refuse } from './refusal.ts';
import { isMember } from './workgroups.ts';

/**
 * How far each event moves the version, as the official samples show it; any rise is allowed, and
 * where no sample shows it, it is one.
 */
export const versionSteps = {
  letters: 3,
  booked: 2,
  deferred: 2,
  accepted: 1,
  rejected: 2,
  reviewed: 1,
  shortlist: 1,
  appointmentCancelled: 1,
  cancelled: 1,
  advised: 1,
  printed: 1,
  elsewhere: 1,
} as const;

export function findReferral(core: Core, ubrn: string): Referral | undefined {
  return core.referrals.get(ubrn);
}

export function referralOf(core: Core, ubrn: string): Referral {
  const referral = findReferral(core, ubrn);
  if (referral) return referral;
  if (core.advice.has(ubrn)) {
    refuse('INVALID_REQUEST_TYPE', 'UBRN', 'is an advice request, not a referral.');
  }
  return refuse('NO_SUCH_REQUEST', 'UBRN', `names no request: ${ubrn}.`);
}

/** Files may be meant for either. */
export function referralOrAdvice(core: Core, ubrn: string): Referral | AdviceRequest {
  return core.advice.get(ubrn) ?? referralOf(core, ubrn);
}

/** The referral whose current appointment it is. */
export function referralOfAppointment(core: Core, id: string): Referral {
  for (const referral of core.referrals.values()) {
    if (referral.appointment?.id === id) return referral;
  }
  return refuse('NO_SUCH_REQUEST', 'id', `names no appointment: ${id}.`);
}

export function hasRelationship(core: Core, referral: Referral, caller: Caller): boolean {
  if (!caller.role.startsWith('SERVICE_PROVIDER')) return referral.referringOrg === caller.odsCode;
  const service = core.directory.services.get(referral.appointment?.serviceId ?? '');
  return service !== undefined && isMember(core, caller, service);
}

/** The referrer's organisation, or the workgroup of the service that has the appointment. */
export function requireRelationship(core: Core, referral: Referral, caller: Caller): void {
  if (!hasRelationship(core, referral, caller)) {
    refuse('NO_RELATIONSHIP', 'UBRN', 'has no relationship with you.');
  }
  requireOrdinaryPatient(core, referral.patient);
}

/** A record may become sensitive after the referral was made. */
export function requireOrdinaryPatient(
  core: Core,
  nhsNumber: string,
  code: 'PATIENT_ERROR' | 'PATIENT_SENSITIVE' = 'PATIENT_ERROR',
): void {
  if (core.sensitivePatients.has(nhsNumber)) {
    refuse(code, 'patient', 'has a sensitive record.');
  }
}

/** Referrals and advice requests are locked and versioned alike. */
export type Versioned = Pick<Referral, 'version' | 'lockedUntil'> & { history: HistoryRow[] };

type Held = Pick<Versioned, 'lockedUntil' | 'version'>;

function requireUnlocked(core: Core, request: Held): void {
  if ((request.lockedUntil ?? 0) > core.clock.now()) {
    refuse('REFERRAL_LOCKED', 'UBRN', 'is being changed by someone else.');
  }
}

function requireVersion(request: Held, version: number): void {
  if (request.version !== version) {
    refuse('VERSION_CONFLICT', 'version', `${version} is not the current version.`);
  }
}

interface Change {
  /** The version that the caller saw. */
  version: number;
  requireRelated: () => void;
}

/** 423, 409 and the relationship, whose order no source gives. */
export function requireChangeable(core: Core, request: Held, change: Change): void {
  const { lockBeforeVersion, relationshipLast } = core.switches;
  const unlocked = (): void => requireUnlocked(core, request);
  const current = (): void => requireVersion(request, change.version);
  const free = lockBeforeVersion ? [unlocked, current] : [current, unlocked];
  const related = change.requireRelated;
  for (const check of relationshipLast ? [...free, related] : [related, ...free]) check();
}

interface RequestEvent {
  step: number;
  event: string;
  by: string;
}

/** Every change goes through here, so that versions only rise and the history is complete. */
export function record(core: Core, request: Versioned, { step, event, by }: RequestEvent): void {
  request.version += core.switches.versionStepsAsSampled ? step : step + 1;
  request.history.push({ at: core.clock.iso(), version: request.version, event, by });
}
