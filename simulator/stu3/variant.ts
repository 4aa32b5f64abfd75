import type { Dialect } from '../core/model.ts';
import type { Switches } from '../core/switches.ts';

/** How the two dialects write and read the same STU3 resources. */
export interface Stu3Variant {
  dialect: Dialect;
  /** The base that links and code systems name; no client may follow it. */
  base: string;
  /** What each dialect calls the request headers that carry data. */
  headers: { ruleOrg: string; fileName: string; referralId: string };
  /**
   * Sends all of the current specification: request identifier, state, reference and description
   * of the appointment, availability of files. The HSCN samples have none of it.
   */
  complete: boolean;
  /** The fields that go by switches, as this dialect sends them. */
  shown(switches: Readonly<Switches>): Readonly<Switches>;
}
