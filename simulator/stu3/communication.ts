import type { Communication, DocumentReference, PractitionerRole } from 'fhir/r3';
import type { AdviceMessage, AdviceRequest, Participant } from '../core/advice.ts';
import type { Writing } from '../http/interaction.ts';
import { serviceRecipient } from './communication-request.ts';
import { documentReferenceId, writeAttachment } from './document-reference.ts';
import { codeSystem, odsSystem, profile } from './names.ts';
import { roleId, roleReference, writePractitionerRole } from './practitioner-role.ts';

/** Where a message points to for a role or a file: beside it in a bundle, or inside itself. */
interface Pointing {
  role(participant: Participant): string;
  file(attachment: AdviceMessage['attachments'][number]): string;
}

const beside: Pointing = {
  role: (participant) => `PractitionerRole/${roleId(participant)}`,
  file: ({ file }) => `DocumentReference/${file.id}`,
};
const inside: Pointing = {
  role: (participant) => `#PractitionerRole.${roleId(participant)}`,
  file: (attachment) => `#${documentReferenceId(attachment)}`,
};

function recipient(advice: AdviceRequest, { sentBy }: AdviceMessage) {
  return sentBy === 'RESPONDER'
    ? { identifier: { system: odsSystem, value: advice.referringOrg } }
    : serviceRecipient(advice.serviceId);
}

function write(advice: AdviceRequest, message: AdviceMessage, pointing: Pointing): Communication {
  const { sentBy, requester, sender, attachments, text } = message;
  const reference = pointing.role(requester);
  const payload = attachments.map((one) => ({
    contentReference: { reference: pointing.file(one) },
  }));
  return {
    id: message.id,
    meta: { versionId: '0', profile: [profile('eRS-Communication-1')] },
    resourceType: 'Communication',
    extension: [
      { url: profile('Extension-Communication-Requester-1'), valueReference: { reference } },
    ],
    basedOn: [{ reference: `CommunicationRequest/${advice.ubrn}/_history/${advice.version}` }],
    status: 'completed',
    category: [{ coding: [{ system: codeSystem('eRS-CommunicationSentBy-1'), code: sentBy }] }],
    recipient: [recipient(advice, message)],
    sent: message.sent,
    sender: roleReference(pointing.role(sender)),
    ...(payload.length > 0 && { payload }),
    note: [{ text }],
  };
}

export function writeCommunication(advice: AdviceRequest, message: AdviceMessage): Communication {
  return write(advice, message, beside);
}

function rolesOf(messages: readonly AdviceMessage[]): Map<string, Participant> {
  const everyone = messages.flatMap(({ sender, requester }) => [sender, requester]);
  return new Map(everyone.map((participant) => [roleId(participant), participant]));
}

/** Each role once, with the id by which the messages of a bundle name it. */
export function rolesBeside(messages: readonly AdviceMessage[]): PractitionerRole[] {
  return [...rolesOf(messages)].map(([id, participant]) => writePractitionerRole(participant, id));
}

export function filesBeside(
  writing: Writing,
  messages: readonly AdviceMessage[],
): DocumentReference[] {
  const attachments = messages.flatMap((message) => message.attachments);
  return attachments.map((attachment) => ({
    ...writeAttachment(writing, attachment),
    id: String(attachment.file.id),
  }));
}

/** A message by itself, as A026 and A044 answer it: with its files and roles inside. */
export function writeWholeCommunication(
  writing: Writing,
  advice: AdviceRequest,
  message: AdviceMessage,
): Communication {
  const roles = [...rolesOf([message])].map(([id, participant]) =>
    writePractitionerRole(participant, `PractitionerRole.${id}`),
  );
  const files = message.attachments.map((attachment) => writeAttachment(writing, attachment));
  return { ...write(advice, message, inside), contained: [...files, ...roles] };
}
