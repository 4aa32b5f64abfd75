import type { ErsConfig, HostAdapter } from '../../entries/host.ts';

/** A synthetic patient of the host's training system. */
export interface HarnessPatient {
  /** Ten digits. */
  nhsNumber: string;
  /** `yyyy-mm-dd` */
  birthDate: string;
  /** As the widgets show it, for finding it on screen. */
  familyName: string;
}

/**
 * What a supplier gives so that their adapter can be tried: how the host is made to do what a user
 * does in it. A step that is left out is done by hand, when the page asks for it.
 */
export interface Harness {
  /** Product and version of the host, for the report. */
  host: string;
  adapterVersion: string;
  /** Opened at launch, and another one. */
  patients: readonly [HarnessPatient, HarnessPatient];
  /** For trying the widgets themselves; the environment must be a training one. */
  config: ErsConfig;
  /**
   * Launches anew, with the first patient open: an adapter that nobody has connected to. With
   * `oneLaunch` the adapter of that launch, each time.
   */
  launch(): Promise<HostAdapter>;
  /**
   * The page is launched once and for one patient, as by SMART: another patient, or another user, is
   * another page. What needs a change of patient is not tried, and logging out is tried last.
   */
  oneLaunch?: boolean;
  /** Resolves once the host shows the other record. */
  openPatient?(patient: HarnessPatient): Promise<void>;
  /** Resolves once no record is open. */
  closePatient?(): Promise<void>;
  logOut?(): Promise<void>;
  /** From now on the host refuses to file what the widgets write back. */
  refuseWriteBack?(): Promise<void>;
  /** What the host does when it is told that unsent work stands in the way of a change. */
  conflictsSeen?(): number;
}
