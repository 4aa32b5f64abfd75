import { createContext } from '@lit/context';
import type { Action } from '../../src/domain/action.ts';
import type { Clock } from '../../src/domain/instant.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { DeskList, DeskRow } from '../../src/domain/provider-desk.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { Role, User } from '../../src/domain/user.ts';
import type { Flows } from '../../src/flows/flows.ts';
import type { OpenedFrom } from '../../src/flows/opened-from.ts';
import type { ProviderWorklistFlow } from '../../src/flows/provider-worklist.ts';

/** A widget in a session. On a change of patient the session asks, and blanks, every one. */
export interface SessionWidget {
  hasUnsavedInput(): boolean;
  /** Removes every patient detail from the widget at once, before anything else happens. */
  blank(): void;
  /** What leaving now would leave undone, as a sentence that names no patient and no referral. */
  leftUndone?(): string | undefined;
  /** Whether what is unsent is a draft, which a person may keep or discard; absent: it is none. */
  hasDraft?(): boolean;
  /** The session that e-RS had ended is there again: what was not read for want of it can be read. */
  signedInAgain?(): void;
  /** Where no patient is open it shows lists of many: the session then has no screen of its own for that. */
  readonly showsLists?: boolean;
}

export interface SharedSession {
  user: User;
  role: Role;
  environment: 'live' | 'training';
  clock: Clock;
  /** Whether dialect and role offer the action at all. */
  can(action: Action): boolean;
  join(widget: SessionWidget): () => void;
}

/** What the widgets inside an `<ers-session>` share, for one patient, user and role. */
export interface ReadySession extends SharedSession {
  status: 'ready';
  /** A new one with every change of patient, user or role: nothing is carried across. */
  contextId: string;
  flows: Flows;
  patient: Patient;
  /** `always` shows the large patient banner in the widget; `host` leaves that to the host. */
  banner: 'host' | 'always';
  /** The row of a list with which this patient's record was opened. */
  opened?: OpenedRow | undefined;
  /** The list that was open before this record; there may be none. */
  list?: OpenedFrom | undefined;
  /** Asks the host to close the record, so that the list shows again; absent where it cannot. */
  closeRecord?: (() => void) | undefined;
}

export interface OpenedRow {
  ubrn: Ubrn;
  list: DeskList;
}

/** No patient is open, in a role that has lists: what shows is of many patients. */
export interface ListingSession extends SharedSession {
  status: 'listing';
  /**
   * The one worklist of this session and role. It outlives the records that are opened from it, so
   * a widget subscribes and never disposes of it.
   */
  worklist(): Promise<ProviderWorklistFlow>;
  /**
   * Asks the host to open the record of the row's patient. Rejects with a `HostError` when it does not;
   * absent where the host cannot.
   */
  openRow?: ((row: DeskRow) => Promise<void>) | undefined;
}

/** `waiting`: connecting, choosing a role, locked or without anything to show; the session says which. */
export type WidgetSession = { status: 'waiting' } | ReadySession | ListingSession;

/** Undefined for a widget that stands outside any session: it then says so on screen. */
export const sessionContext = createContext<WidgetSession | undefined>(Symbol('ers-session'));

/** Whether the e-RS session of a `ready` one is gone: what is on screen stays, and nothing is sent. */
export const endedContext = createContext<boolean>(Symbol('ers-session-ended'));

/** Beside each button that would send something. */
export const WHY_NOT_ENDED = 'Not available until you have signed in again.';
