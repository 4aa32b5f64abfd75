import type { AdviceRequest } from './advice.ts';
import type { Core } from './core.ts';
import type { Attachment, AttachmentType, Caller, Referral, StoredFile } from './model.ts';
import { refuse } from './refusal.ts';
import { findFile } from './upload-file.ts';

/** A file as a request names it. */
export interface WantedFile {
  binaryId: string;
  description?: string | undefined;
}

export interface Linking {
  /** Of the request it goes to; absent for one that is being made. */
  ubrn: string | undefined;
  type: AttachmentType;
  /** The parameter that names the files. */
  field: string;
  /** What the request holds already. */
  held: readonly Attachment[];
}

const LONGEST_DESCRIPTION = 200;

export function attachmentsOf(referral: Referral): Attachment[] {
  return [...referral.letters, ...referral.otherAttachments];
}

export function adviceAttachmentsOf(advice: AdviceRequest): Attachment[] {
  return [...advice.attachments, ...advice.messages.flatMap(({ attachments }) => attachments)];
}

/** The platform links a file only where it was uploaded for: to one UBRN, or to a new request. */
function fileOf(core: Core, caller: Caller, wanted: { id: string; linking: Linking }): StoredFile {
  const { id, linking } = wanted;
  const file = findFile(core, id);
  const strict = caller.dialect === 'api-platform' && file !== undefined;
  if (strict && (file.ubrn === undefined) !== (linking.ubrn === undefined)) {
    const how = linking.ubrn ? 'without naming this request' : 'for another request';
    return refuse('INAPPROPRIATE_VALUE', linking.field, `was uploaded ${how}: ${id}.`);
  }
  if (file && file.ubrn === linking.ubrn) return file;
  return refuse('REFERENCE_NOT_FOUND', linking.field, `names no file of this request: ${id}.`);
}

function attachmentOf(
  core: Core,
  caller: Caller,
  { wanted, linking }: { wanted: WantedFile; linking: Linking },
): Attachment {
  const { description } = wanted;
  const file = fileOf(core, caller, { id: wanted.binaryId, linking });
  if ((description?.length ?? 0) > LONGEST_DESCRIPTION) {
    refuse('INVALID_VALUE', `${linking.field}.description`, 'is over 200 characters.');
  }
  if (linking.held.some((held) => held.file.id === file.id)) {
    refuse('INVALID_STATE', linking.field, `is linked already: ${wanted.binaryId}.`);
  }
  return {
    file,
    type: linking.type,
    attachedBy: file.uploadedBy,
    indexed: core.clock.iso(),
    ...(description !== undefined && { description }),
  };
}

/** Names are unique across all kinds of attachment of a request. */
function requireUniqueNames(attachments: readonly Attachment[], field: string): void {
  const names = attachments.map(({ file }) => file.name);
  if (new Set(names).size < names.length) {
    refuse('DUPLICATE_FILENAME', field, 'has a name that the request has already.');
  }
}

/** The attachments that a request would gain; nothing is linked yet. */
export function newAttachments(
  core: Core,
  caller: Caller,
  { wanted, linking }: { wanted: readonly WantedFile[]; linking: Linking },
): Attachment[] {
  const added = wanted.map((one) => attachmentOf(core, caller, { wanted: one, linking }));
  requireUniqueNames([...linking.held, ...added], linking.field);
  return added;
}
