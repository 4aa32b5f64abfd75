import type { Core } from '../../core/core.ts';
import { createAdvice } from '../../core/create-advice.ts';
import { createReferral } from '../../core/create-referral.ts';
import type { SearchCriteria, Service } from '../../core/model.ts';
import type { SeedSize } from '../sizes.ts';
import type { Batch } from './batches.ts';
import { adviceBatches, referralBatches } from './batches.ts';
import { patientsInTurn, referrerOf } from './people.ts';
import type { AdviceStage } from './seeded-advice.ts';
import { adviceStages } from './seeded-advice.ts';
import type { Stage } from './stages.ts';
import { stages } from './stages.ts';

const HOUR = 3_600_000;
/** Requests came over the last two months; later steps follow by the hour. */
const LONGEST_AGO_HOURS = 60 * 24;

interface Growing {
  core: Core;
  /** Milliseconds since 1970: no step happens after it. */
  start: number;
  nextPatient: (service: Service) => string;
}

/** Puts the clock so many hours before the start. */
function hoursAgo({ core, start }: Growing, hours: number): void {
  core.clock.set(new Date(start - hours * HOUR).toISOString());
}

function servicesFor(core: Core, batch: Batch<unknown>, suits: (service: Service) => boolean) {
  const { provider, oneService } = batch;
  const suitable = [...core.directory.services.values()].filter(
    (service) => service.providerOdsCode === provider && suits(service),
  );
  return oneService ? suitable.slice(0, 1) : suitable;
}

function criteriaOf(service: Service, number: number): SearchCriteria {
  const { specialty, clinicType, priorities } = service;
  const priority = priorities[number % priorities.length] ?? 'ROUTINE';
  return { priority, specialty, clinicType, ageAndGenderAppropriate: false };
}

/** The oldest first, evenly over the time. */
function ago(number: number, count: number): number {
  return LONGEST_AGO_HOURS - Math.floor((number * (LONGEST_AGO_HOURS - 12)) / count);
}

function addReferrals(growing: Growing, batch: Batch<Stage>): void {
  const { core } = growing;
  const referrer = referrerOf(batch.practice);
  const { to, steps } = stages[batch.reached];
  const services = servicesFor(core, batch, ({ booking }) => booking === to);
  for (let number = 0; number < batch.count; number++) {
    const service = services[number % services.length];
    if (!service) throw new Error(`${batch.provider} has no service of the kind ${to}.`);
    const hours = ago(number, batch.count);
    hoursAgo(growing, hours);
    const referral = createReferral(core, referrer, {
      patient: growing.nextPatient(service),
      shortlist: [service.id],
      criteria: criteriaOf(service, number),
      letterIntent: 'NEED_TO_ADD_LATER',
    });
    for (const [place, step] of steps.entries()) {
      hoursAgo(growing, hours - 1 - place);
      step({ core, referrer, service, referral });
    }
  }
}

function addAdvice(growing: Growing, batch: Batch<AdviceStage>): void {
  const { core } = growing;
  const referrer = referrerOf(batch.practice);
  const services = servicesFor(core, batch, ({ givesAdvice }) => givesAdvice);
  for (let number = 0; number < batch.count; number++) {
    const service = services[number % services.length];
    if (!service) throw new Error(`${batch.provider} has no service that gives advice.`);
    const hours = ago(number, batch.count);
    hoursAgo(growing, hours);
    const { advice } = createAdvice(core, referrer, {
      patient: growing.nextPatient(service),
      shortlist: [service.id],
      criteria: criteriaOf(service, number),
      authorisedToConvert: number % 3 !== 0,
      request: 'Should this patient be seen, or may the treatment go on as it is?',
      files: [],
    });
    for (const [place, turn] of adviceStages[batch.reached].entries()) {
      hoursAgo(growing, hours - 1 - place);
      turn({ core, service, advice });
    }
  }
}

/** Fills e-RS as the size says, by the rules of e-RS; the same seed gives the same. */
export function populate(core: Core, size: SeedSize): void {
  const start = core.clock.now();
  const growing = { core, start, nextPatient: patientsInTurn(core) };
  for (const batch of referralBatches[size]) addReferrals(growing, batch);
  for (const batch of adviceBatches[size]) addAdvice(growing, batch);
  core.clock.set(new Date(start).toISOString());
}
