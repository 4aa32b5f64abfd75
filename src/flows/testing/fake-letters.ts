import type { Referral } from '../../domain/referral.ts';
import { createAttachLetters, type FollowingAttachLetters } from '../attach-letters.ts';
import { fakePorts } from './fake-ports.ts';
import { referral } from './fake-records.ts';

export function pdf(name: string, bytes = 4): File {
  return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
}

export function started(facts: Partial<Referral> = {}, ports = fakePorts()) {
  return { ports, flow: createAttachLetters(ports, referral(facts)) };
}

/** `letter.pdf uploaded`. */
export function states(flow: FollowingAttachLetters): string[] {
  return flow.state.files.map(({ name, state }) => `${name} ${state.status}`);
}

export function fileId(flow: FollowingAttachLetters, name: string): string {
  return flow.state.files.find((file) => file.name === name)?.id ?? '';
}
