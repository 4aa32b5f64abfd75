import type { ReactiveControllerHost } from 'lit';
import type { PatientDesk } from '../../src/connect.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Clinician, Role } from '../../src/domain/user.ts';
import type { OpenedFrom } from '../../src/flows/opened-from.ts';
import type { ProviderWorklistFlow } from '../../src/flows/provider-worklist.ts';
import type { ErsSession, LaunchContext, SessionEnd } from '../../src/host/host-adapter.ts';
import type { OpenedRow } from './context.ts';
import type { Refusal } from './refusal.ts';

/**
 * idle → connecting → choosing-role → (choosing-clinician →) opening-patient → ready, or listing where
 * no patient is open; conflict and locked hide it all.
 */
export type SessionState =
  | { status: 'idle' }
  | { status: 'connecting'; since: Instant }
  | { status: 'failed'; refusal: Refusal }
  | ({ status: 'choosing-role'; session: ErsSession } & Choosing)
  /** In a role that acts for a clinician: nothing can be asked of e-RS before it knows for whom. */
  | { status: 'listing-clinicians'; session: ErsSession; since: Instant }
  | ({
      status: 'choosing-clinician';
      session: ErsSession;
      role: Role;
      clinicians: readonly Clinician[];
    } & Choosing)
  | { status: 'no-patient'; session: ErsSession; why?: LaunchContext['patientProblem'] }
  | { status: 'opening-patient'; session: ErsSession; since: Instant }
  /** Another page of this browser works on this patient: `takenAt` when it took them from this one. */
  | { status: 'open-elsewhere'; session: ErsSession; takenAt?: Instant | undefined }
  | ({ status: 'ready'; session: ErsSession; desk: OpenDesk } & Working)
  /** Lists of many patients show, and no record. */
  | ({ status: 'listing'; session: ErsSession; lists: OpenLists } & Working)
  /** Another record is open while the former one has unsent work: hidden until a person decides. */
  | {
      status: 'conflict';
      session: ErsSession;
      former: OpenDesk;
      next: LaunchContext;
      /** As its widgets say it. */
      undone?: string | undefined;
      /** What is unsent can be kept or discarded; what e-RS holds, or may hold, cannot. */
      hasDraft: boolean;
    }
  | { status: 'locked'; why: SessionEnd; at: Instant };

interface Choosing {
  /** What was chosen is told to e-RS. */
  isSending?: true | undefined;
  refusal?: Refusal | undefined;
}

interface Working {
  ended?: EndedSession | undefined;
  /** The host was asked for another record and has not opened it. */
  notOpened?: true | undefined;
}

/** In which role, and for whom. */
export interface Acting {
  role: Role;
  /** Over HSCN e-RS can neither be asked nor told whom an admin of a provider acts for. */
  onBehalfOf?: Clinician | undefined;
}

export interface OpenDesk extends PatientDesk, Acting {
  contextId: string;
  patient: Patient;
  /** With which row of a list the record was opened. */
  opened?: OpenedRow | undefined;
  list?: OpenedFrom | undefined;
}

export interface OpenLists extends Acting {
  worklist(): Promise<ProviderWorklistFlow>;
}

/** The e-RS session is gone while work is on screen; it is kept until the user signs in again. */
export type EndedSession =
  { status: 'ended' | 'signing-in' } | { status: 'failed'; refusal: Refusal };

/** What the controller needs from its element. */
export interface SessionElement extends ReactiveControllerHost {
  /** Whether a widget stands in it that shows lists of many patients. */
  showsLists(): boolean;
  hasUnsavedInput(): boolean;
  leftUndone(): string | undefined;
  hasDraft(): boolean;
  /** Takes every patient detail off the screen in this very task. */
  blank(): void;
  /** Tells the widgets that what they could not read for want of a session can be read. */
  signedInAgain(): void;
  sessionEvent(event: SessionEvent): void;
}

export type SessionEvent =
  | { name: 'ers-context-conflict'; contextId: string }
  | { name: 'ers-session-locked'; why: SessionEnd }
  | { name: 'ers-problem'; reason: string };
