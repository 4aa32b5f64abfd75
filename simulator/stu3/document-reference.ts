import type { DocumentReference, Extension, Identifier } from 'fhir/r3';
import type { Attachment, AttachmentType, StoredFile } from '../core/model.ts';
import { availabilityOf } from '../core/scan.ts';
import { binaryId } from '../core/upload-file.ts';
import type { Writing } from '../http/interaction.ts';
import { codeSystem, odsSystem, profile, userSystem } from './names.ts';

const typeDisplays: Readonly<Record<AttachmentType, string>> = {
  REFERRER: 'Referrer',
  PROVIDER: 'Provider',
  GUIDANCE_RESPONSE: 'Guidance Response',
  ADVICE_REQUEST: 'Advice Request',
};

export function documentReferenceId({ file }: Pick<Attachment, 'file'>): string {
  return `DocumentReference-${file.id}`;
}

function whose(name: string, identifier: Identifier): Extension {
  return { url: profile(`Extension-eRS-${name}-1`), valueReference: { identifier } };
}

/** Only the complete form says whether a file may be had yet, and for whom it was added. */
function completion(core: Writing['core'], file: StoredFile): Extension[] {
  const { organisation, onBehalfOf } = file;
  const status = {
    system: codeSystem('eRS-AvailabilityStatus-1'),
    code: availabilityOf(core, file),
  };
  return [
    { url: profile('Extension-eRS-AvailabilityStatus-1'), valueCoding: status },
    whose('AttachedByOrganisation', { system: odsSystem, value: organisation }),
    ...(onBehalfOf ? [whose('AttachedOnBehalfOf', { system: userSystem, value: onBehalfOf })] : []),
  ];
}

/** A file as the referral or the conversation it is linked to contains it. */
export function writeAttachment(writing: Writing, attachment: Attachment): DocumentReference {
  const { core, variant } = writing;
  const { file, type } = attachment;
  return {
    id: documentReferenceId(attachment),
    meta: { profile: [profile('eRS-DocumentReference-1')] },
    resourceType: 'DocumentReference',
    type: {
      coding: [
        { system: codeSystem('eRS-AttachmentType-1'), code: type, display: typeDisplays[type] },
      ],
    },
    status: 'current',
    indexed: attachment.indexed,
    description: attachment.description ?? '',
    content: [
      {
        attachment: {
          id: String(file.id),
          extension: [
            whose('AttachedBy', { system: userSystem, value: attachment.attachedBy }),
            ...(variant.complete ? completion(core, file) : []),
          ],
          contentType: file.mediaType,
          url: `Binary/${binaryId(file, variant.dialect)}`,
          size: file.bytes.length,
          title: file.name,
          creation: file.uploadedAt.slice(0, 10),
        },
      },
    ],
  };
}
