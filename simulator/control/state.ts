import type { AdviceRequest } from '../core/advice.ts';
import type { Core } from '../core/core.ts';
import type { Attachment, Referral, Session, StoredFile } from '../core/model.ts';
import { availabilityOf } from '../core/scan.ts';
import { binaryId } from '../core/upload-file.ts';

function describeFile(core: Core, file: StoredFile) {
  const { uuid, name, mediaType, bytes } = file;
  const size = bytes.length;
  const binary = binaryId(file, 'hscn');
  return { binary, uuid, name, mediaType, size, scan: availabilityOf(core, file) };
}

function describeAttachment(core: Core, { file, ...link }: Attachment) {
  return { ...describeFile(core, file), ...link };
}

/** All that e-RS holds of a referral, with files described instead of their bytes. */
export function describeReferral(core: Core, referral: Referral) {
  const { letters, otherAttachments, ...rest } = referral;
  const described = (attachment: Attachment) => describeAttachment(core, attachment);
  return {
    ...rest,
    letters: letters.map(described),
    otherAttachments: otherAttachments.map(described),
  };
}

/** An advice request with its whole conversation. */
export function describeAdvice(core: Core, advice: AdviceRequest) {
  const { attachments, messages, ...rest } = advice;
  const described = (attachment: Attachment) => describeAttachment(core, attachment);
  return {
    ...rest,
    attachments: attachments.map(described),
    messages: messages.map((message) => ({
      ...message,
      attachments: message.attachments.map(described),
    })),
  };
}

function describeSession({ key, user, permission, openedAt }: Session) {
  return { key, user: user.identifier, token: user.token, permission, openedAt };
}

/** Everything a test wants to know of what e-RS holds. */
export function describeCore(core: Core) {
  return {
    now: core.clock.iso(),
    referrals: [...core.referrals.values()].map((one) => describeReferral(core, one)),
    advice: [...core.advice.values()].map((one) => describeAdvice(core, one)),
    files: [...core.files.values()].map((file) => ({
      ...describeFile(core, file),
      ubrn: file.ubrn,
    })),
    sessions: [...core.sessions.values()].map(describeSession),
    switches: core.switches,
  };
}
