import type { Core } from '../core/core.ts';
import type { Referral, Session } from '../core/model.ts';
import { binaryId } from '../core/upload-file.ts';
import type { FaultBook } from './faults.ts';
import type { Traffic } from './traffic.ts';

function describeReferral(referral: Referral) {
  const { letters, ...rest } = referral;
  return {
    ...rest,
    letters: letters.map(({ file, description, indexed, attachedBy }) => ({
      binary: binaryId(file),
      name: file.name,
      mediaType: file.mediaType,
      size: file.bytes.length,
      description,
      indexed,
      attachedBy,
    })),
  };
}

function describeSession({ key, user, permission, openedAt }: Session) {
  return { key, user: user.identifier, token: user.token, permission, openedAt };
}

/** Everything a test wants to know of e-RS. */
export function describeState(
  core: Core,
  { faults, traffic }: { faults: FaultBook; traffic: Traffic },
) {
  return {
    now: core.clock.iso(),
    referrals: [...core.referrals.values()].map(describeReferral),
    files: [...core.files.entries()].map(([binary, { ubrn, name, mediaType, bytes }]) => ({
      binary,
      ubrn,
      name,
      mediaType,
      size: bytes.length,
    })),
    requests: Object.fromEntries(traffic),
    sessions: [...core.sessions.values()].map(describeSession),
    faults: faults.waiting,
    switches: core.switches,
  };
}
