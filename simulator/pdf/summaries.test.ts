import { expect, it } from 'vitest';
import type { AdviceMessage, AdviceRequest } from '../core/advice.ts';
import { bookedForReview, openDesks, operate } from '../test/desks.ts';
import { newUbrn } from '../test/hscn-caller.ts';
import { pageCount, pdfText } from '../test/pdf-text.ts';
import { adviceConversationPdf } from './advice-conversation.ts';
import { clinicalSummaryPdf } from './clinical-summary.ts';

it('the clinical summary tells of the referral, the patient, the letters and the advice', async () => {
  const desks = await openDesks('hscn');
  const ubrn = await bookedForReview(desks);
  const { core } = desks.simulator;
  const referral = core.referrals.get(ubrn);
  if (!referral?.appointment) throw new Error('Nothing is booked.');
  const advised = { ...referral.appointment, comment: 'Stop the old tablets' };
  const text = pdfText(clinicalSummaryPdf(core, { ...referral, appointment: advised }));
  for (const expected of [
    '0000 4928 3317',
    '999 012 3454',
    'HARGREAVES-OYELARAN',
    'ROUTINE',
    'FENWICK, Ruth (Dr), 021600550204',
    'Ashdown Surgery (Y99001)',
    'letter.pdf (REFERRER, application/pdf, 40 bytes, AVAILABLE)',
    'Stop the old tablets',
  ]) {
    expect(text).toContain(expected);
  }
});

it('A007 prints for whoever may read the referral, once there is clinical information', async () => {
  const desks = await openDesks('hscn');
  const name = 'generateCRI';
  const bare = await newUbrn(desks.referrer);
  const refused = await operate(desks.referrer, 'ReferralRequest', { ubrn: bare, name });
  expect(refused.code).toBe('NO_CLINICAL_INFO');
  const ubrn = await bookedForReview(desks);
  const printed = await operate(desks.provider, 'ReferralRequest', { ubrn, name });
  expect(printed.headers.get('Content-Disposition')).toContain(`clinical-info-${ubrn}.pdf`);
  desks.simulator.core.workgroups.set('021600551011/70002', false);
  const stranger = await operate(desks.provider, 'ReferralRequest', { ubrn, name });
  expect(stranger.code).toBe('NO_RELATIONSHIP');
});

const person = { userId: '021600550204', odsCode: 'Y99001' };

function message(number: number, sentBy: AdviceMessage['sentBy']): AdviceMessage {
  return {
    id: String(number),
    sentBy,
    text: `Message ${number}. ${'Long enough to fill a page. '.repeat(30)}`,
    sent: `2026-10-${10 + number}T09:00:00.000Z`,
    sender: person,
    requester: person,
    attachments: [],
  };
}

it('the conversation is printed oldest first, TRAINING on each of its pages', async () => {
  const { simulator } = await openDesks('hscn');
  const advice: AdviceRequest = {
    ubrn: '000049283399',
    requestId: '',
    version: 3,
    category: 'REFERRER_TO_REVIEW_RESPONSE',
    patient: '9990123454',
    priority: 'ROUTINE',
    serviceId: '70131',
    criteria: { priority: 'ROUTINE', ageAndGenderAppropriate: true },
    referringOrg: 'Y99001',
    requester: person,
    authorisedToConvert: true,
    attachments: [],
    messages: [3, 1, 2, 4].map((one) => message(one, one % 2 ? 'REQUESTER' : 'RESPONDER')),
    history: [],
  };
  const pdf = adviceConversationPdf(simulator.core, advice);
  const text = pdfText(pdf);
  expect([...text.matchAll(/Message (\d)\./g)].map(([, number]) => number)).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
  expect(text).toContain('REFERRER_TO_REVIEW_RESPONSE');
  expect(pageCount(pdf)).toBeGreaterThan(1);
  expect(text.match(/^TRAINING/gm)).toHaveLength(2 * pageCount(pdf));
});
