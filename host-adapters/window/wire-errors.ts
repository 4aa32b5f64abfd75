import * as v from 'valibot';
import { HostError, type HostErrorCode } from '../../src/host/host-adapter.ts';
import { Text } from './wire-values.ts';

/** An error as it crosses the port: its name and code stay, its stack does not. */
export const WireError = v.object({ name: Text, code: v.optional(Text), message: Text });

export type WireError = v.InferOutput<typeof WireError>;

const LONGEST = 500;

/** By code, so that a name that is not in the list is a compile error. */
const HOST_ERRORS: Readonly<Record<HostErrorCode, true>> = {
  'handshake-timeout': true,
  'origin-refused': true,
  'version-mismatch': true,
  'context-missing': true,
  'session-ended': true,
  unsupported: true,
  'storage-blocked': true,
  'link-lost': true,
  'no-answer': true,
  'context-passed': true,
  'call-refused': true,
};

export function wordsOf(error: unknown): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: 'The call failed.' };
  const { name, message } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { name: name.slice(0, LONGEST), code, message: message.slice(0, LONGEST) };
}

export function errorFrom({ name, code, message }: WireError): Error {
  if (name === 'HostError' && isHostErrorCode(code)) return new HostError(code, message);
  const error = new Error(message);
  error.name = name;
  return code === undefined ? error : Object.assign(error, { code });
}

function isHostErrorCode(code: string | undefined): code is HostErrorCode {
  return code !== undefined && Object.hasOwn(HOST_ERRORS, code);
}
