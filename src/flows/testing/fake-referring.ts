import type { DraftKey } from '../../journal/ports.ts';
import { createReferPatient, type ReferPatientFlow } from '../refer-patient.ts';
import { fakePorts, settle, type FakePorts } from './fake-ports.ts';
import { PATIENT, service } from './fake-records.ts';

export const KEY: DraftKey = {
  userId: '021600556514',
  patient: PATIENT.nhsNumber,
  flow: 'refer-patient',
};

export async function started(
  ports = fakePorts(),
): Promise<{ ports: FakePorts; flow: ReferPatientFlow }> {
  ports.answers.searchServices = async () => [service('101'), service('102')];
  const flow = createReferPatient(ports);
  await settle();
  return { ports, flow };
}

export async function shortlisted(ports = fakePorts()) {
  const { flow } = await started(ports);
  flow.find.actions.change({ specialty: 'CARDIOLOGY', clinicType: 'ARRHYTHMIA' });
  flow.find.actions.change({ priority: 'URGENT' });
  await flow.find.actions.search();
  flow.find.actions.toggle('101');
  return { ports, flow };
}

export async function checked(ports = fakePorts()) {
  const { flow } = await shortlisted(ports);
  flow.actions.goTo('check');
  flow.create.actions.change({ letterIntention: 'NEED_TO_ADD_LATER', reminderDays: '14' });
  return { ports, flow };
}

export async function created(ports = fakePorts()) {
  const { flow } = await checked(ports);
  await flow.create.actions.create();
  return { ports, flow };
}
