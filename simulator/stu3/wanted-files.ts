import type { WantedFile } from '../core/attachments.ts';
import type { AttachmentType } from '../core/model.ts';
import { refuse } from '../core/refusal.ts';
import type { ParameterSet } from './parameters.ts';
import { partsOf } from './parameters.ts';
import type { JsonObject } from './request-body.ts';
import { isObject, objectsOf, requireResource, textOf } from './request-body.ts';

export interface FileParameter {
  name: string;
  type: AttachmentType;
  /** What the interaction calls a wrong type or status. */
  wrong: 'INVALID_VALUE' | 'INAPPROPRIATE_VALUE';
}

function attachmentType(document: JsonObject, field: string): unknown {
  const type = document['type'];
  const coding = isObject(type) ? objectsOf(type, 'coding', `${field}.type`)[0] : undefined;
  return coding?.['code'];
}

/** Whether the file is known the core finds out; this keeps other addresses out. */
function binaryIdOf(document: JsonObject, name: string): string {
  const field = `${name}.content.attachment.url`;
  const content = objectsOf(document, 'content', `${name}.content`)[0];
  const url = textOf(content?.['attachment'], 'url', field);
  if (!url) return refuse('MISSING_VALUE', field, 'is missing.');
  const id = /^Binary\/(att-\d+-\d+|[\da-f-]{36})$/.exec(url)?.[1];
  return id ?? refuse('INVALID_VALUE', field, 'is no file.');
}

function readFile(part: JsonObject, { name, type, wrong }: FileParameter): WantedFile {
  const document = requireResource(part['resource'], 'DocumentReference', name);
  if (document['status'] !== 'current') refuse(wrong, `${name}.status`, 'is not current.');
  if (attachmentType(document, name) !== type) refuse(wrong, `${name}.type`, `is not ${type}.`);
  const indexed = textOf(document, 'indexed', `${name}.indexed`);
  if (!indexed) refuse('MISSING_VALUE', `${name}.indexed`, 'is missing.');
  return {
    binaryId: binaryIdOf(document, name),
    description: textOf(document, 'description', `${name}.description`),
  };
}

/** The uploaded files that a parameter, each a DocumentReference, names. */
export function wantedFiles(set: ParameterSet, parameter: FileParameter): WantedFile[] {
  return partsOf(set, parameter.name).map((part) => readFile(part, parameter));
}
