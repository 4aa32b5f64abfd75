import type { ReferralStateCode } from '../domain/referral.ts';
import { parseUbrn, type Ubrn } from '../domain/ubrn.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { ReferDesk } from './refer-desk.ts';
import type { ReferStep } from './refer-patient.ts';

/** The step of a referral that a return to its patient leads to. */
export interface Place {
  ubrn: Ubrn;
  step: 'letters' | 'book';
}

/** Remembers where the user was with a referral that is not finished. */
export interface PlaceKeeper {
  load(): Promise<Place | undefined>;
  stop(): void;
}

export const PLACE_FLOW = 'refer-patient-place';

/** `isLeftOver`: the referral lacks a letter, or holds work that was not sent. */
export function keepPlace(desk: ReferDesk, isLeftOver: () => boolean): PlaceKeeper {
  const { ports, store } = desk;
  const drafts = createDraftKeeper(ports, { flow: PLACE_FLOW, onKept: () => undefined });
  const stop = store.subscribe(() => {
    const place = placeNow(desk, isLeftOver);
    if (place) drafts.keep(place);
    else drafts.drop();
  });
  return {
    stop,
    async load() {
      const [draft, unresolved] = await Promise.all([
        drafts.load(),
        ports.journal.unresolved(ports.patient.nhsNumber).catch(() => []),
      ]);
      // A create that may have happened is told of before anything else.
      const isInDoubt = unresolved.some(({ action }) => action === 'create-referral');
      return isInDoubt ? undefined : readPlace(draft?.content);
    },
  };
}

/** Over HSCN a referral in triage may come without its appointment. */
const OVER: readonly ReferralStateCode[] = ['CANCELLED_REFERRAL', 'AWAITING_TRIAGE'];

/** A referral that is dealt with is left for a new one. */
function placeNow({ store, parts }: ReferDesk, isLeftOver: () => boolean): Place | undefined {
  const { step } = store.state;
  if (!parts || !isStep(step)) return undefined;
  const { ubrn, appointment, state } = parts.referral;
  const isOver = appointment !== undefined || OVER.includes(state.code);
  return isOver && !isLeftOver() ? undefined : { ubrn, step };
}

function isStep(step: ReferStep): step is Place['step'] {
  return step === 'letters' || step === 'book';
}

/** It may come from an older version, or from a store that others can write to. */
function readPlace(content: unknown): Place | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const { ubrn, step } = content as Record<string, unknown>;
  const number = typeof ubrn === 'string' ? parseUbrn(ubrn) : undefined;
  return number && (step === 'letters' || step === 'book') ? { ubrn: number, step } : undefined;
}
