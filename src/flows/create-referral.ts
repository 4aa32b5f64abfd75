import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { LetterIntention, Referral } from '../domain/referral.ts';
import type { Intent } from '../journal/ports.ts';
import type { Flow } from './flow.ts';

// ready → sending → created | refused (→ ready) | unknown; blocked while an earlier create is unknown

export type CreatePhase =
  | { status: 'ready' }
  | { status: 'sending'; since: Instant }
  | { status: 'created'; referral: Referral; at: Instant }
  /** e-RS or the proxy said no: nothing was created. */
  | { status: 'refused'; problem: Problem }
  /** It may or may not exist. Nothing is sent again; a person looks in e-RS. */
  | { status: 'unknown'; problem: Problem; sentAt: Instant }
  /** An earlier create for this patient is still unknown. */
  | { status: 'blocked'; intents: readonly Intent[] };

export type CreateField = 'letterIntention' | 'reminderDays';

export interface CreateReferralState {
  letterIntention?: LetterIntention | undefined;
  /** True when a shortlisted service needs a letter: then only "add later" can be chosen. */
  letterRequired: boolean;
  /** As typed; whole days, 0 = no reminder. */
  reminderDays: string;
  errors: readonly { field: CreateField; error: 'missing' | 'not-a-whole-number' }[];
  phase: CreatePhase;
}

export interface CreateReferralActions {
  change(change: { letterIntention?: LetterIntention; reminderDays?: string }): void;
  /** Sent once, however often it is called. */
  create(): Promise<void>;
  /** After a refusal: back to the form, with everything as it was. */
  back(): void;
}

export type CreateReferralFlow = Flow<CreateReferralState, CreateReferralActions>;
