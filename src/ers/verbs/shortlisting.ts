import type { ReferralWithAppointment } from '../../domain/appointment-record.ts';
import type { SearchCriteria } from '../../domain/criteria.ts';
import type { WriteResult } from '../../domain/problem.ts';
import type { LetterIntention, Referral, ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { changeShortlist } from '../interactions/a031-change-shortlist.ts';
import { changeShortlistForTriage } from '../interactions/a032-change-shortlist-for-triage.ts';
import type { Calls, WriteOptions } from './verbs.ts';

interface Change {
  ubrn: Ubrn;
  version: ReferralVersion;
  /** Exactly the criteria that found the services. */
  criteria: SearchCriteria;
  /** NOT_INTENDING_TO_ADD also where a letter is attached already. */
  letterIntention: LetterIntention;
}

export interface ShortlistChange extends Change {
  /** 1–20 service ids, in the patient's order; triage services may stand among them. */
  services: readonly string[];
  /** Days until the patient is reminded to book; 0 = no reminder. */
  reminderDays: number;
}

export interface TriageShortlistChange extends Change {
  /** A service that takes triage requests. */
  serviceId: string;
}

/** The shortlist of a referral that is there already. */
export interface ShortlistingVerbs {
  /**
   * Replaces the whole shortlist of a referral that has no appointment, API platform only. The
   * patient's additional requirements may go with it (interactions.md §3): warn first.
   */
  changeShortlist(change: ShortlistChange, options: WriteOptions): Promise<WriteResult<Referral>>;
  /** The same with one triage service and sent there at once. API platform only, and deprecated. */
  changeShortlistForTriage(
    change: TriageShortlistChange,
    options: WriteOptions,
  ): Promise<WriteResult<ReferralWithAppointment>>;
}

export function shortlistingVerbs({ write }: Calls): ShortlistingVerbs {
  return {
    changeShortlist: write(changeShortlist),
    changeShortlistForTriage: write(changeShortlistForTriage),
  };
}
