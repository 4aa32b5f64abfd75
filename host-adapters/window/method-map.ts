import * as v from 'valibot';
import {
  BlobValue,
  ChangeValue,
  ContextValue,
  DetailValue,
  DraftKeyValue,
  DraftValue,
  EndValue,
  KeyValue,
  NhsNumberText,
  PatientValue,
  ReplyValue,
  Text,
  WriteBackAnswer,
  WriteBackValue,
} from './wire-values.ts';

// Every call that the port lets through, by its name. There are no others: the guard knows this list.

type Arguments = v.GenericSchema<unknown, unknown[]>;

export interface Method<
  A extends Arguments = Arguments,
  R extends v.GenericSchema = v.GenericSchema,
> {
  arguments: A;
  result: R;
  /** After so many milliseconds without an answer the caller goes on with `no-answer`. */
  limitMs: number;
  /** Also of a context that has passed; such a call names whose it is, or has nothing of a patient. */
  anyContext: boolean;
}

export type MethodMap = Readonly<Record<string, Method>>;

/** Look-ups never block longer. */
const LOOK_UP_MS = 10_000;
/** What a server of the host, or a person, has to do with. */
const SERVER_MS = 60_000;

const method = <A extends Arguments, R extends v.GenericSchema>(
  args: A,
  result: R,
  { limitMs = LOOK_UP_MS, anyContext = false } = {},
): Method<A, R> => ({ arguments: args, result, limitMs, anyContext });

const nothing = v.undefined_();
const MOST = 500;
const listOf = <S extends v.GenericSchema>(each: S) => v.pipe(v.array(each), v.maxLength(MOST));
const asked = <S extends v.GenericSchema>(each: S) => v.pipe(v.array(each), v.maxLength(50));
const none = v.strictTuple([]);
const anyContext = { anyContext: true };

/** What a host may have beyond its context: `open` says which of it is there. */
export const OFFERS = [
  'launchTicket',
  'findClinicalTerms',
  'findClinicians',
  'findOrganisations',
  'resolvePatients',
  'resolvePractitioners',
  'isDeceased',
  'listDocuments',
  'draftStore',
  'storageKey',
  'writeBack',
  'openPatient',
  'closePatient',
] as const;

/** Of our widgets: each is sent on to the host's page, where it happens again on the frame. */
export const RELAYED_EVENTS = [
  'ers-referral-created',
  'ers-letters-linked',
  'ers-appointment-booked',
  'ers-referral-deferred',
  'ers-sent-for-triage',
  'ers-review-recorded',
  'ers-advice-asked',
  'ers-advice-sent',
  'ers-advice-converted',
  'ers-appointment-cancelled',
  'ers-referral-cancelled',
  'ers-shortlist-changed',
  'ers-write-unknown',
  'ers-context-conflict',
  'ers-session-locked',
  'ers-safety-net',
  'ers-problem',
] as const;

/** What the frame may call in the host's page. */
export const HOST_METHODS = {
  open: method(
    none,
    v.object({ hostId: Text, offers: v.array(v.picklist(OFFERS)), context: ContextValue }),
    anyContext,
  ),
  getContext: method(none, ContextValue, anyContext),
  launchTicket: method(none, Text, { limitMs: SERVER_MS }),
  findClinicalTerms: method(v.strictTuple([Text]), listOf(v.object({ code: Text, display: Text }))),
  findClinicians: method(
    v.strictTuple([Text, v.picklist(['named', 'referring'])]),
    listOf(v.object({ sdsUserId: Text, name: Text })),
  ),
  findOrganisations: method(v.strictTuple([Text]), listOf(v.object({ odsCode: Text, name: Text }))),
  resolvePatients: method(
    v.strictTuple([asked(NhsNumberText)]),
    listOf(v.tuple([NhsNumberText, v.union([PatientValue, v.literal('unavailable')])])),
  ),
  resolvePractitioners: method(v.strictTuple([asked(Text)]), listOf(v.tuple([Text, Text]))),
  isDeceased: method(v.strictTuple([NhsNumberText]), v.boolean()),
  listDocuments: method(
    none,
    listOf(v.object({ id: Text, name: Text, mediaType: Text, size: v.number() })),
  ),
  readDocument: method(v.strictTuple([Text]), BlobValue, { limitMs: SERVER_MS }),
  loadDraft: method(v.strictTuple([DraftKeyValue]), v.optional(DraftValue), anyContext),
  saveDraft: method(v.strictTuple([DraftKeyValue, DraftValue]), nothing, anyContext),
  discardDraft: method(v.strictTuple([DraftKeyValue]), nothing, anyContext),
  storageKey: method(none, KeyValue, { limitMs: SERVER_MS }),
  writeBack: method(v.strictTuple([WriteBackValue]), WriteBackAnswer, { limitMs: SERVER_MS }),
  openPatient: method(v.strictTuple([NhsNumberText]), nothing),
  closePatient: method(none, nothing),
  event: method(v.strictTuple([v.picklist(RELAYED_EVENTS), DetailValue]), nothing, anyContext),
  unsaved: method(v.strictTuple([v.boolean()]), nothing, anyContext),
  'ui.resize': method(
    v.strictTuple([v.object({ height: v.pipe(v.number(), v.minValue(0)) })]),
    nothing,
    anyContext,
  ),
  'ui.focusExit': method(
    v.strictTuple([v.object({ direction: v.picklist(['forward', 'backward']) })]),
    nothing,
    anyContext,
  ),
} satisfies MethodMap;

/** What the host's page may call in the frame. */
export const FRAME_METHODS = {
  contextChanged: method(v.strictTuple([ChangeValue]), ReplyValue, anyContext),
  sessionEnded: method(v.strictTuple([EndValue]), nothing, anyContext),
  /** That the host is there, and whether the frame is. Shorter than a handshake waits. */
  beat: method(none, nothing, { anyContext: true, limitMs: 4_000 }),
  /** As the host has it: the widget says what is wrong with a UBRN that is none. */
  openReferral: method(v.strictTuple([v.optional(Text)]), nothing),
  'ui.focus': method(
    v.strictTuple([v.object({ edge: v.picklist(['start', 'end']) })]),
    nothing,
    anyContext,
  ),
} satisfies MethodMap;

export type HostMethods = typeof HOST_METHODS;
export type FrameMethods = typeof FRAME_METHODS;

export type ArgumentsOf<M extends Method> = v.InferOutput<M['arguments']>;
export type ResultOf<M extends Method> = v.InferOutput<M['result']>;

/** One function for each method. What it gives is checked, and built anew, before it leaves. */
export type Answers<Map extends MethodMap> = {
  [Name in keyof Map]: (...given: ArgumentsOf<Map[Name]>) => unknown;
};
