import type { FileLimits } from './file-limits.ts';
import type { ProblemReason } from './problem.ts';

export interface ChosenFile {
  name: string;
  /** Bytes. */
  size: number;
  /** As the browser tells it; empty when it does not know. */
  type: string;
}

/** A header must carry the name: printable Latin-1 only, so no line breaks and no other controls. */
export const CARRIABLE = /^[\x20-\x7e\xa0-\xff]+$/;

/** What systems call a type that e-RS knows by another name: Windows with Word says so of `.rtf`. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  rtf: ['application/rtf', 'application/msword', 'text/richtext'],
  rtx: ['application/rtf', 'text/richtext'],
  xml: ['application/xml'],
};

/** Why e-RS would refuse a file, as far as can be told before it is sent. */
export function checkFile(
  file: ChosenFile,
  limits: FileLimits,
  otherNames: readonly string[],
): ProblemReason | undefined {
  if (file.size === 0) return 'file-empty';
  if (file.size > limits.maxSize) return 'file-too-big';
  if (file.name.length > limits.maxNameLength || !CARRIABLE.test(file.name)) {
    return 'file-name-refused';
  }
  const wrongType = checkType(file, limits);
  if (wrongType) return wrongType;
  return isTaken(file.name, otherNames) ? 'duplicate-file-name' : undefined;
}

function checkType({ name, type }: ChosenFile, limits: FileLimits): ProblemReason | undefined {
  const extension = extensionOf(name);
  const types = typesOf(extension, limits);
  if (types.length === 0) return 'file-type-refused';
  const claimed = plainMediaType(type);
  const isFitting =
    claimed === '' || types.includes(claimed) || ALIASES[extension]?.includes(claimed);
  if (isFitting) return undefined;
  return Object.hasOwn(limits.types, claimed) ? 'file-type-mismatch' : 'file-type-refused';
}

/** The media type to send: what the browser says where that fits, else what the extension says. */
export function mediaTypeOf({ name, type }: ChosenFile, limits: FileLimits): string {
  const types = typesOf(extensionOf(name), limits);
  return (
    types.find((one) => one === plainMediaType(type)) ?? types[0] ?? 'application/octet-stream'
  );
}

/** Characters that e-RS takes in a name (hscn.md §5). */
const NAME_LIMIT = 255;

/** The name, or `name (2).pdf` and so on when it is taken; its stem gives way where it is long. */
export function renameFree(name: string, others: readonly string[]): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let number = 2; isTaken(free, others); number += 1) {
    const mark = ` (${number})${ending}`;
    free = stem.slice(0, NAME_LIMIT - mark.length) + mark;
  }
  return free;
}

/** e-RS wants names to differ over all files of a referral; some stores ignore case. */
function isTaken(name: string, others: readonly string[]): boolean {
  return others.some((other) => other.toLowerCase() === name.toLowerCase());
}

function typesOf(extension: string, { types }: FileLimits): string[] {
  return Object.keys(types).filter((type) => types[type]?.includes(extension));
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Without parameters such as `;charset=utf-8`. */
export function plainMediaType(type = ''): string {
  return type.replace(/;.*/s, '').trim().toLowerCase();
}
