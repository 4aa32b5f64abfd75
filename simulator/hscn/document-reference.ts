import type { DocumentReference } from 'fhir/r3';
import type { Letter } from '../core/model.ts';
import { binaryId } from '../core/upload-file.ts';
import { codeSystem, profile, userSystem } from './names.ts';

export function documentReferenceId(letter: Letter): string {
  return `DocumentReference-${letter.file.id}`;
}

export function writeLetter(letter: Letter): DocumentReference {
  const { file } = letter;
  return {
    id: documentReferenceId(letter),
    meta: { profile: [profile('eRS-DocumentReference-1')] },
    resourceType: 'DocumentReference',
    type: {
      coding: [
        { system: codeSystem('eRS-AttachmentType-1'), code: 'REFERRER', display: 'Referrer' },
      ],
    },
    status: 'current',
    indexed: letter.indexed,
    description: letter.description ?? '',
    content: [
      {
        attachment: {
          id: String(file.id),
          extension: [
            {
              url: profile('Extension-eRS-AttachedBy-1'),
              valueReference: { identifier: { system: userSystem, value: letter.attachedBy } },
            },
          ],
          contentType: file.mediaType,
          url: `Binary/${binaryId(file)}`,
          size: file.bytes.length,
          title: file.name,
          creation: file.uploadedAt.slice(0, 10),
        },
      },
    ],
  };
}
