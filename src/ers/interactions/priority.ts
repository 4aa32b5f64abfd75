import { PRIORITIES } from '../../domain/criteria.ts';
import { codingParameter } from '../../fhir/parameters.ts';
import { codeSystem } from '../names.ts';
import { missing, wrong, type Rule } from './rules.ts';

/** That a priority, where one is given, is one of e-RS's. */
export function priorityRule(field: string, priority: string | undefined): Rule {
  return wrong(field, priority !== undefined && !isPriority(priority));
}

function isPriority(priority: string | undefined): boolean {
  return PRIORITIES.some((known) => known === priority);
}

/** That a priority is given, and is one of e-RS's. */
export function neededPriority(field: string, priority: string | undefined): Rule {
  return missing(field, !isPriority(priority));
}

export function priorityParameter(name: string, priority: string | undefined) {
  return codingParameter(name, codeSystem('eRS-Priority-1'), priority);
}
