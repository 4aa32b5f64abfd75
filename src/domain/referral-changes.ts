import type { Letter } from './letter.ts';
import type { Referral } from './referral.ts';

/** What is shown of a referral and may differ between two readings of it. */
export type ReferralPart =
  | 'state'
  | 'priority'
  | 'service'
  | 'specialty'
  | 'appointment'
  | 'clinician'
  | 'clinical-information'
  | 'related';

export type ReferralChange =
  | { what: ReferralPart }
  | { what: 'file-added'; now: Letter }
  | { what: 'file-removed'; before: Letter }
  /** Another scan state, name or description of the same file. */
  | { what: 'file-changed'; before: Letter; now: Letter };

const PARTS: Readonly<Record<ReferralPart, (referral: Referral) => readonly unknown[]>> = {
  state: ({ state }) => [state.code, state.reason?.code, state.comments],
  priority: ({ priority }) => [priority],
  service: ({ appointment, shortlist }) => [
    appointment?.service.id,
    shortlist?.map(({ id }) => id),
  ],
  specialty: ({ specialty }) => [specialty?.code],
  appointment: ({ appointment: made }) =>
    made ? [made.status, made.start, made.end, made.reason?.code, made.comment] : [],
  clinician: ({ appointment }) => [appointment?.clinician?.sdsUserId],
  'clinical-information': ({ clinicalInfoFirstSubmitted, clinicalInfoLastUpdated }) => [
    clinicalInfoFirstSubmitted,
    clinicalInfoLastUpdated,
  ],
  related: ({ related, advice }) => [related, advice],
};

/**
 * What differs between two readings. None where e-RS has but raised the version, which it does for
 * reasons of its own: then nobody is said to have changed anything.
 */
export function referralChanges(before: Referral, now: Referral): ReferralChange[] {
  const parts = (Object.keys(PARTS) as ReferralPart[]).filter(
    (what) => JSON.stringify(PARTS[what](before)) !== JSON.stringify(PARTS[what](now)),
  );
  return [...parts.map((what) => ({ what })), ...fileChanges(before.letters, now.letters)];
}

function fileChanges(before: readonly Letter[], now: readonly Letter[]): ReferralChange[] {
  const old = new Map(before.map((letter) => [letter.url, letter]));
  const there = new Set(now.map(({ url }) => url));
  const changes = now.map((letter): ReferralChange | undefined => {
    const was = old.get(letter.url);
    if (!was) return { what: 'file-added', now: letter };
    return factsOf(was) === factsOf(letter)
      ? undefined
      : { what: 'file-changed', before: was, now: letter };
  });
  const removed = before.filter(({ url }) => !there.has(url));
  return [
    ...changes.filter((change) => change !== undefined),
    ...removed.map((letter) => ({ what: 'file-removed' as const, before: letter })),
  ];
}

function factsOf({ name, description, size, availability }: Letter): string {
  return JSON.stringify([name, description, size, availability]);
}
