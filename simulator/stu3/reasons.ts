import type { Coding } from 'fhir/r3';
import type { ReasonSystem } from '../core/reasons.ts';
import { reasonSystemOf, reviewOutcomes } from '../core/reasons.ts';
import {
  appointmentCancellationReasons,
  referralCancellationReasons,
} from '../seed/reference-data.ts';
import { codeSystem, ersCodeSystem } from './names.ts';
import type { Stu3Variant } from './variant.ts';

interface Words {
  code: string;
  display: string;
}

function words(rows: readonly Words[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ code, display }) => [code, display]));
}

/** Reasons of a review have no words in any sample. */
const displays: Readonly<Partial<Record<ReasonSystem, ReadonlyMap<string, string>>>> = {
  'eRS-ReviewOutcome-1': new Map(Object.entries(reviewOutcomes)),
  'APPOINTMENT-CANCELLATION-REASON': words(appointmentCancellationReasons),
  'REFERRAL-CANCELLATION-REASON': words(referralCancellationReasons),
};

function systemUrl(variant: Stu3Variant, system: ReasonSystem): string {
  return system.startsWith('eRS-') ? codeSystem(system) : ersCodeSystem(variant, system);
}

/** A reason with the code system it is of, and its words where e-RS gives them. */
export function reasonCoding(
  variant: Stu3Variant,
  code: string,
  system: ReasonSystem = reasonSystemOf(code),
): Coding {
  const display = displays[system]?.get(code);
  return { system: systemUrl(variant, system), code, ...(display && { display }) };
}
