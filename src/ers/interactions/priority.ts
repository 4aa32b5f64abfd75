import { PRIORITIES } from '../../domain/criteria.ts';
import { codingParameter } from '../../fhir/parameters.ts';
import { codeSystem } from '../names.ts';
import { neededWord, wordRule, type Rule } from './rules.ts';

/** That a priority, where one is given, is one of e-RS's. */
export function priorityRule(field: string, priority: string | undefined): Rule {
  return wordRule(field, priority, PRIORITIES);
}

/** That a priority is given, and is one of e-RS's. */
export function neededPriority(field: string, priority: string | undefined): Rule {
  return neededWord(field, priority, PRIORITIES);
}

export function priorityParameter(name: string, priority: string | undefined) {
  return codingParameter(name, codeSystem('eRS-Priority-1'), priority);
}
