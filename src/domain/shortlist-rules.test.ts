import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import type { Service } from './service.ts';
import {
  isForTriage,
  shortlistRefusal,
  triageWay,
  type ShortlistRefusal,
} from './shortlist-rules.ts';

function service(facts: Partial<Service>): Service {
  return {
    id: '101',
    name: 'Service 101',
    specialty: { code: 'CARDIOLOGY' },
    location: { name: 'Northmoor General Hospital' },
    bookableType: 'DIRECTLY_BOOKABLE',
    flows: ['APPOINTMENT_REQUEST'],
    sexTreated: 'MALE_AND_FEMALE',
    letterRequired: false,
    wait: { days: 11 },
    displayProminently: false,
    additionalRequirements: [],
    ...facts,
  };
}

const booked = service({});
const phoned = service({ bookableType: 'INDIRECTLY_BOOKABLE' });
const triage = service({ bookableType: 'UNSPECIFIED', flows: ['TRIAGE_REQUEST'] });
const advice = service({ bookableType: 'UNSPECIFIED', flows: ['ADVICE_AND_GUIDANCE_REQUEST'] });

const offering =
  (...actions: Action[]) =>
  (action: Action): boolean =>
    actions.includes(action);

describe('services for triage', () => {
  it('stand among others where a referral that exists can be sent for triage', () => {
    const can = offering(
      'shortlist-triage-services',
      'send-referral-for-triage',
      'send-for-triage',
    );
    expect(triageWay(can)).toBe('among-others');
  });

  it('go alone where a referral is sent for triage as it is created', () => {
    expect(triageWay(offering('send-for-triage'))).toBe('alone');
  });

  it('are not chosen where nobody may send for triage', () => {
    expect(triageWay(offering())).toBe('not-here');
    expect(triageWay(offering('shortlist-triage-services', 'send-for-triage'))).toBe('not-here');
  });
});

describe('a shortlist', () => {
  it.each<[string, ShortlistRefusal | undefined, Parameters<typeof shortlistRefusal>]>([
    ['a service that is booked here', undefined, [booked, [phoned], 'alone']],
    ['a service that cannot be booked', 'no-way-to-book', [advice, [], 'among-others']],
    ['one for triage among others', undefined, [triage, [booked], 'among-others']],
    ['one for triage alone', undefined, [triage, [], 'alone']],
    ['one for triage to others', 'triage-goes-alone', [triage, [booked], 'alone']],
    ['a second one for triage', 'triage-goes-alone', [triage, [triage], 'alone']],
    ['another to one for triage', 'beside-triage', [phoned, [triage], 'alone']],
    ['one for triage where it is not offered', 'triage-not-here', [triage, [], 'not-here']],
    ['the 21st', 'full', [booked, Array.from({ length: 20 }, () => phoned), 'among-others']],
  ])('asked for %s', (_what, refusal, asked) => {
    expect(shortlistRefusal(...asked)).toBe(refusal);
  });

  it('is for triage when every service on it is, and there is one', () => {
    expect(isForTriage([triage, triage])).toBe(true);
    expect(isForTriage([triage, booked])).toBe(false);
    expect(isForTriage([])).toBe(false);
  });
});
