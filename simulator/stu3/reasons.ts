import type { Coding } from 'fhir/r3';
import type { ReasonSystem } from '../core/reasons.ts';
import { reasonSystemOf, reviewOutcomes } from '../core/reasons.ts';
import { codeSystem, ersCodeSystem } from './names.ts';
import type { Stu3Variant } from './variant.ts';

const displays: Readonly<Record<string, string>> = reviewOutcomes;

function systemUrl(variant: Stu3Variant, system: ReasonSystem): string {
  return system.startsWith('eRS-') ? codeSystem(system) : ersCodeSystem(variant, system);
}

/** A reason with the code system it is of; only outcomes of a review come with their words. */
export function reasonCoding(
  variant: Stu3Variant,
  code: string,
  system: ReasonSystem = reasonSystemOf(code),
): Coding {
  const display = displays[code];
  return { system: systemUrl(variant, system), code, ...(display && { display }) };
}
