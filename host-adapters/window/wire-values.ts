import * as v from 'valibot';
import { parseInstant, parseLocalDate } from '../../src/domain/instant.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { Patient } from '../../src/domain/patient.ts';
import { parseUbrn } from '../../src/domain/ubrn.ts';
import type {
  ContextChange,
  ContextReply,
  LaunchContext,
  SessionEnd,
  WriteBackResult,
} from '../../src/host/host-adapter.ts';

// What may cross the port, as it is read on the other side. Nothing is handed on as it came: each
// value is built anew from the fields that are named here.

const LONGEST = 4_000;

export const Text = v.pipe(v.string(), v.maxLength(LONGEST));

/** Text that one of the readers of src/domain takes, as what it makes of it. */
function readable<T>(parse: (text: string) => T | undefined) {
  return v.pipe(
    Text,
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: 'is not readable' });
      return NEVER;
    }),
  );
}

export const NhsNumberText = readable(parseNhsNumber);
const UbrnText = readable(parseUbrn);
const InstantText = readable(parseInstant);
const DateText = readable(parseLocalDate);

export const PatientValue = v.object({
  nhsNumber: NhsNumberText,
  birthDate: DateText,
  name: v.optional(v.object({ family: Text, given: v.optional(Text), title: v.optional(Text) })),
  gender: v.optional(Text),
  postcode: v.optional(Text),
  deceased: v.optional(v.object({ date: v.optional(DateText) })),
  verified: v.boolean(),
}) satisfies v.GenericSchema<unknown, Patient>;

const SeqValue = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const ContextValue = v.pipe(
  v.object({
    contextId: Text,
    seq: SeqValue,
    issuedAt: InstantText,
    patient: v.optional(PatientValue),
    patientProblem: v.optional(v.picklist(['nhs-number-wrong', 'birth-date-wrong'])),
    user: v.object({ id: Text, name: v.optional(Text) }),
    organisation: v.object({ odsCode: Text, name: v.optional(Text) }),
    onBehalfOf: v.optional(v.object({ sdsUserId: Text, name: v.optional(Text) })),
    needPatientBanner: v.boolean(),
  }),
  v.transform((context) => Object.freeze(context)),
) satisfies v.GenericSchema<unknown, LaunchContext>;

export const ChangeValue = v.object({
  seq: SeqValue,
  kind: v.picklist(['patient-open', 'patient-close', 'user', 'organisation', 'role']),
  next: v.optional(ContextValue),
}) satisfies v.GenericSchema<unknown, ContextChange>;

export const ReplyValue = v.variant('status', [
  v.object({ status: v.picklist(['accepted', 'pending']) }),
  v.object({ status: v.literal('conflict'), reason: Text }),
]) satisfies v.GenericSchema<unknown, ContextReply>;

export const EndValue = v.picklist([
  'logout',
  'expired',
  'disconnected',
  'card-removed',
]) satisfies v.GenericSchema<unknown, SessionEnd>;

/** Bytes go as they are. */
export const BlobValue = v.instance(Blob);

/** The key of `storageKey()`, as it is; one that can be read out is refused. */
export const KeyValue = v.pipe(
  v.instance(CryptoKey),
  v.check(({ extractable }) => !extractable, 'can be read out'),
);

export const WriteBackValue = v.object({
  ubrn: UbrnText,
  kind: v.picklist(['patient-letter', 'appointment-confirmation', 'advice-conversation']),
  file: v.optional(v.object({ name: Text, bytes: BlobValue })),
});

export const WriteBackAnswer = v.object({
  status: v.picklist(['accepted', 'queued', 'rejected', 'unsupported']),
}) satisfies v.GenericSchema<unknown, WriteBackResult>;

export const DraftKeyValue = v.object({ userId: Text, patient: NhsNumberText, flow: Text });

export const DraftValue = v.object({
  savedAt: InstantText,
  content: v.custom<unknown>(isPlainJson, 'is not plain JSON'),
});

const DEEPEST = 20;
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON alone, at any depth that is read: no instance, no name that reaches a prototype. */
function isPlainJson(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((each) => isPlainJson(each, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(
    ([name, each]) => !UNSAFE.has(name) && isPlainJson(each, depth + 1),
  );
}

/** The detail of an event: keys and codes, never an object. */
export const DetailValue = v.record(
  v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)),
  v.optional(v.union([Text, v.number(), v.boolean()])),
);
