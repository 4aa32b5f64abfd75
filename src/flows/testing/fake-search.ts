import type { Instant } from '../../domain/instant.ts';
import type { Service } from '../../domain/service.ts';
import { createFindServices, type CriteriaDraft, type FindServicesFlow } from '../find-services.ts';
import { fakePorts, settle, type FakePorts } from './fake-ports.ts';

export const TYPED: Partial<CriteriaDraft> = {
  specialty: 'CARDIOLOGY',
  clinicType: 'ARRHYTHMIA',
  priority: 'URGENT',
};

export function withLists(ports: FakePorts): FakePorts {
  ports.answers.retrieveSpecialties = async () => [
    { code: 'CARDIOLOGY', display: 'Cardiology' },
    { code: 'PAST', display: 'Past', effectiveTo: '2026-10-15T00:00:00.000Z' as Instant },
    { code: 'FUTURE', display: 'Future', effectiveFrom: '2026-10-17T00:00:00.000Z' as Instant },
  ];
  ports.answers.retrieveClinicTypes = async () => [
    { code: 'ARRHYTHMIA', display: 'Arrhythmia', specialty: 'CARDIOLOGY' },
  ];
  ports.answers.retrievePriorities = async () => [{ code: 'URGENT', display: 'Urgent' }];
  return ports;
}

export async function started(
  ports = fakePorts(),
): Promise<{ ports: FakePorts; flow: FindServicesFlow }> {
  const flow = createFindServices(withLists(ports));
  await settle();
  return { ports, flow };
}

export async function found(
  services: readonly Service[],
  draft: Partial<CriteriaDraft> = TYPED,
  given = fakePorts(),
) {
  const { ports, flow } = await started(given);
  ports.answers.searchServices = async () => [...services];
  flow.actions.change(draft);
  await flow.actions.search();
  return { ports, flow };
}
