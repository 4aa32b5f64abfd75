import { beforeEach, describe, expect, it } from 'vitest';
import { readOpenapi, reasonWithoutOpenapi } from '../../test/contract/openapi.ts';
import type { Desks } from '../test/desks.ts';
import { addLetter, bookedForReview, openDesks, operate, parametersOf } from '../test/desks.ts';
import { reason, uploaded, versionOf } from '../test/desks.ts';
import type { Answer } from '../test/hscn-caller.ts';
import {
  createBody,
  newUbrn,
  printPatientLetter,
  read,
  search,
  slots,
} from '../test/hscn-caller.ts';
import { providerTraffic } from '../test/provider-traffic.ts';
import { conversation } from '../test/stages.ts';
import { signIn } from '../test/platform-caller.ts';

/** Driven by the official requests, each of which the same caller sends. */
const elsewhere = ['A031', 'A032', 'A034'];

async function refer({ referrer }: Desks, note: (id: string, answer: Answer) => void) {
  note('A004', await referrer.call('/CodeSystem/PRIORITY'));
  note('A010', await search(referrer));
  note('A015', await slots(referrer));
  const ubrn = await newUbrn(referrer, createBody(['70002']));
  note('A005', await read(referrer, ubrn));
  note('A005', await referrer.call(`/ReferralRequest/${ubrn}/_history/3`));
  await addLetter(referrer, ubrn);
  note('A005', await read(referrer, ubrn));
  note('A019', await printPatientLetter(referrer, ubrn));
  const why = reason('cancellationReason', 'REFERRAL-CANCELLATION-REASON', 'RAISED_IN_ERROR');
  const body = parametersOf('eRS-CancelReferral-Request-Parameters-1', [why]);
  const cancel = { ubrn, name: 'cancelReferral', version: versionOf(referrer, ubrn), body };
  note('A036', await operate(referrer, 'ReferralRequest', cancel));
}

async function look(desks: Desks, note: (id: string, answer: Answer) => void) {
  const { simulator, provider, referrer } = desks;
  const ubrn = await bookedForReview(desks);
  const id = simulator.core.referrals.get(ubrn)?.appointment?.id ?? '';
  note('A038', await provider.call(`/Appointment/${id}`));
  const caller = signIn({ simulator });
  note('A030', await caller.r4('/PractitionerRole'));
  note('A033', await caller.r4('/HealthcareService/70002'));
  note('A035', await caller.r4('/HealthcareService?_id=70002'));
  note('A037', await caller.r4('/HealthcareService/70002', { method: 'HEAD' }));
  note('A041', await caller.r4(`/ServiceRequest?identifier=${ubrn}`));
  note('A042', await caller.r4(`/${await uploaded(referrer, ubrn, 'more.pdf')}`));
  const advice = { ubrn: await conversation(desks), name: 'generateCRI' };
  note('A043', await operate(referrer, 'CommunicationRequest', advice));
  const admin = signIn({
    simulator,
    token: 'DEMO-CIS2-TOKEN-5',
    businessFunction: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
    orgIdentifier: 'XN1',
  });
  note('A040', await admin.r4('/Practitioner?_query=onBehalfOf'));
}

describe('the platform', () => {
  beforeEach((context) => context.skip(Boolean(reasonWithoutOpenapi), reasonWithoutOpenapi));

  it('answers every interaction as the specification has it', async () => {
    const desks = await openDesks('api-platform');
    const refused: string[] = [];
    const note = (id: string, answer: Answer): Answer => {
      if (answer.status >= 400)
        refused.push(`${id} ${answer.status} ${answer.code} ${answer.diagnostics}`);
      return answer;
    };
    await refer(desks, note);
    await look(desks, note);
    await providerTraffic(desks, note);
    expect(refused).toEqual([]);
    const asked = Object.keys((await desks.referrer.control('state')).body.requests);
    const specified = readOpenapi().interactions.filter((id) => !elsewhere.includes(id));
    expect(specified.filter((id) => !asked.includes(id))).toEqual([]);
    expect(specified.length).toBeGreaterThanOrEqual(30);
  }, 60_000);
});
