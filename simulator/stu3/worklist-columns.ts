import type { Coding, Extension } from 'fhir/r3';
import { specialties } from '../seed/clinic-types.ts';
import type { Core } from '../core/core.ts';
import type { Priority, Service } from '../core/model.ts';
import {
  codeSystem,
  nhsNumberSystem,
  serviceSystem,
  specialtySystem,
  userSystem,
} from './names.ts';
import type { Stu3Variant } from './variant.ts';

/** A column of a list; no element at all when there is no value. */
export type Column = Extension[];

export function coded(url: string, system: string, code: string | undefined): Column {
  return code === undefined ? [] : [{ url, valueCodeableConcept: { coding: [{ system, code }] } }];
}

export function shown(url: string, coding: Coding): Column {
  return [{ url, valueCodeableConcept: { coding: [coding] } }];
}

export function at(url: string, valueDateTime: string | undefined): Column {
  return valueDateTime === undefined ? [] : [{ url, valueDateTime }];
}

export function on(url: string, valueDate: string | undefined): Column {
  return valueDate === undefined ? [] : [{ url, valueDate }];
}

export function pointed(url: string, reference: string | undefined): Column {
  return reference === undefined ? [] : [{ url, valueReference: { reference } }];
}

export function priorityColumn(priority: Priority): Column {
  return coded('priority', codeSystem('eRS-Priority-1'), priority);
}

export function specialtyColumn(variant: Stu3Variant, service: Service | undefined): Column {
  const known = specialties.find(({ code }) => code === service?.specialty);
  return coded('specialty', specialtySystem(variant), known?.code);
}

export function patientColumn(value: string): Column {
  return [{ url: 'patient', valueReference: { identifier: { system: nhsNumberSystem, value } } }];
}

export function userColumn(url: string, value: string | undefined): Column {
  if (value === undefined) return [];
  return [{ url, valueReference: { identifier: { system: userSystem, value } } }];
}

export function serviceColumn(core: Core, id: string): Column {
  const display = core.directory.services.get(id)?.name ?? id;
  const identifier = { system: serviceSystem, value: id };
  return [{ url: 'service', valueReference: { identifier, display } }];
}
