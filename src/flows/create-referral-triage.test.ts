import { describe, expect, it } from 'vitest';
import type { NewReferral, NewTriageReferral } from '../ers/verbs/referring.ts';
import { createCreateReferral, type ReferralContent } from './create-referral.ts';
import { done, fakePorts, timesAsked, unknown, withTriageAlone } from './testing/fake-ports.ts';
import {
  CRITERIA,
  inTriageAt,
  PATIENT,
  problem,
  referral,
  service,
  triageService,
  UBRN,
} from './testing/fake-records.ts';

const ALONE: ReferralContent = { criteria: CRITERIA, shortlist: [triageService('103')] };

function started(content = ALONE, ports = withTriageAlone(fakePorts())) {
  const flow = createCreateReferral(ports, { search: () => content });
  return { ports, flow };
}

describe('creating a referral for triage, where it is sent as it is created', () => {
  it('asks for nothing: the letter follows, and there is no reminder', async () => {
    const { ports, flow } = started();
    expect(flow.state).toMatchObject({
      triage: 'at-once',
      letterIntention: 'NEED_TO_ADD_LATER',
      onlyIntention: 'NEED_TO_ADD_LATER',
    });
    const sent: NewTriageReferral[] = [];
    ports.answers.createReferralForTriage = async (asked) => {
      sent.push(asked);
      return done(inTriageAt('103'));
    };
    await flow.actions.create();
    expect(flow.state.phase).toMatchObject({
      status: 'created',
      referral: { state: { code: 'AWAITING_TRIAGE' } },
    });
    expect(sent).toMatchObject([
      { patient: PATIENT.nhsNumber, criteria: CRITERIA, serviceId: '103' },
    ]);
    expect(timesAsked(ports, 'createReferral')).toBe(0);
  });

  it('is a create in the journal, whose letter is due', async () => {
    const { ports, flow } = started();
    ports.answers.createReferralForTriage = async () => done(inTriageAt('103'));
    await flow.actions.create();
    expect(await ports.journal.created(PATIENT.nhsNumber)).toMatchObject([
      { ubrn: UBRN, serviceIds: ['103'], letterDue: true },
    ]);
  });

  it('blocks another create while its answer is lost, as any create does', async () => {
    const { ports, flow } = started();
    ports.answers.createReferralForTriage = async () => unknown(problem('timed-out'));
    await flow.actions.create();
    await flow.actions.create();
    expect(flow.state.phase.status).toBe('unknown');
    expect(timesAsked(ports, 'createReferralForTriage')).toBe(1);
    expect(await ports.intents()).toMatchObject([{ action: 'create-referral', state: 'unknown' }]);
  });
});

describe('creating a referral with services for triage among others', () => {
  it('is a create like any other; with nothing but triage its letter must follow', async () => {
    const { ports, flow } = started(ALONE, fakePorts());
    expect(flow.state).toMatchObject({
      triage: 'later',
      onlyIntention: 'NEED_TO_ADD_LATER',
    });
    const sent: NewReferral[] = [];
    ports.answers.createReferral = async (asked) => {
      sent.push(asked);
      return done(referral());
    };
    // As typed for an earlier shortlist: there is nothing to book, and so nothing to remind of.
    flow.actions.change({ reminderDays: '14' });
    await flow.actions.create();
    expect(flow.state.phase.status).toBe('created');
    expect(sent).toMatchObject([{ services: ['103'], reminderDays: 0 }]);
    expect(timesAsked(ports, 'createReferralForTriage')).toBe(0);
  });

  it('leaves the letter to the user where something can be booked too', () => {
    const shortlist = [triageService('103'), service('101')];
    const { flow } = started({ criteria: CRITERIA, shortlist }, fakePorts());
    expect(flow.state.triage).toBeUndefined();
    expect(flow.state.onlyIntention).toBeUndefined();
  });
});
