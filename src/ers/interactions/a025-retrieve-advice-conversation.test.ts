import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concept,
  ok,
  parsedBy,
  problemFor,
  refused,
  requestOf,
  type Json,
} from '../answers.fixtures.ts';
import { adviceAsRead, fileBody, messageBody, payload, roleBody } from './advice.fixtures.ts';
import { retrieveAdviceConversation } from './a025-retrieve-advice-conversation.ts';

function parsed(...resources: Json[]) {
  const entry = resources.map((resource) => ({ resource }));
  // As in the official samples, `total` is not the number of messages.
  const body = { resourceType: 'Bundle', type: 'searchset', total: 2, entry };
  return parsedBy(retrieveAdviceConversation, adviceAsRead, ok(body));
}

const answering = roleBody('answering', '103264994981', 'SERVICE_PROVIDER_CLINICIAN');
const at = (minute: number): string => new Date(Date.UTC(2026, 9, 16, 9, minute)).toISOString();

describe('the conversation about a request for advice', () => {
  it('is asked for of one version', () => {
    expect(requestOf(retrieveAdviceConversation, adviceAsRead)).toEqual({
      operation: 'A025',
      params: { ubrn: '000049283320', version: '5' },
    });
  });

  it('tells who wrote, for whom, what, and with which files', () => {
    const message = messageBody(payload('DocumentReference/70001'));
    expect(parsed(message, answering, fileBody('70001'))).toMatchObject({
      value: [
        {
          id: '70001',
          ubrn: '000049283320',
          sentBy: 'RESPONDER',
          sent: '2026-10-16T09:30:00.000Z',
          text: [{ kind: 'text', text: 'Start a beta blocker.' }],
          sender: {
            sdsUserId: '103264994981',
            odsCode: 'R69',
            businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
          },
          responsible: { sdsUserId: '103264994981' },
          files: [{ url: 'Binary/att-49283317-7', kind: 'GUIDANCE_RESPONSE' }],
          untoldFiles: 0,
        },
      ],
    });
  });

  it('runs from the oldest to the newest, in whatever order it came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 59 }), { maxLength: 12 }), (minutes) => {
        const messages = minutes.map((minute, id) =>
          messageBody({ id: String(99 - id), sent: at(minute) }),
        );
        const result = parsed(...messages);
        const sent = result.ok ? result.value.map((message) => message.sent) : undefined;
        expect(sent).toEqual(minutes.map(at).sort());
      }),
    );
  });

  it('P17: has links as parts, and all other markup as the text it is', () => {
    const link = '<a href="https://www.nice.org.uk/ng196" target="_blank">NG196</a>';
    const note = [{ text: `<b>See</b> ${link}` }];
    expect(parsed(messageBody({ note }))).toMatchObject({
      value: [
        {
          text: [
            { kind: 'text', text: '<b>See</b> ' },
            { kind: 'link', url: 'https://www.nice.org.uk/ng196', label: 'NG196' },
          ],
        },
      ],
    });
  });

  it('finds what is beside it also by an address with the base of the server', () => {
    const who = 'https://ers-api:445/STU3/v1/PractitionerRole/answering';
    expect(parsed(messageBody({}, who), answering)).toMatchObject({
      value: [{ sender: { sdsUserId: '103264994981' } }],
    });
  });

  it('counts the files that e-RS names and does not tell of, and goes on', () => {
    const message = messageBody(payload('DocumentReference/1', 'DocumentReference/2'));
    expect(parsed(message, fileBody('2'))).toMatchObject({
      value: [{ files: [{ kind: 'GUIDANCE_RESPONSE' }], untoldFiles: 1, sender: undefined }],
    });
  });

  it('has the lines that e-RS itself writes', () => {
    const code = 'REFERRER_CLINICAL_INFORMATION_UPDATED';
    const line = messageBody({ category: [concept('eRS-CommunicationSentBy-1', code)] });
    expect(parsed(line)).toMatchObject({ value: [{ sentBy: code }] });
  });

  it('may be empty', () => {
    expect(parsed()).toEqual({ ok: true, value: [] });
  });

  it.each<[string, Json, string]>([
    ['its time', { sent: '2026-10-16' }, 'entry[1].resource.sent'],
    ['its text', { note: [] }, 'entry[1].resource.note[0]'],
    ['who sent it', { category: [] }, 'entry[1].resource.category[0]'],
  ])('is unreadable with a message that lacks %s, and says which', (_, over, field) => {
    expect(parsed(answering, messageBody(over))).toMatchObject({
      problem: { reason: 'answer-not-readable', field },
    });
  });

  it('is unreadable with a file that has no name', () => {
    const nameless = { ...fileBody('1'), content: [{ attachment: { url: 'Binary/1' } }] };
    expect(parsed(messageBody(), nameless)).toMatchObject({
      problem: { field: 'entry[1].resource.content[0].attachment.title' },
    });
  });

  it('is no success when a message belongs to another request', () => {
    const basedOn = [{ reference: 'CommunicationRequest/000049283321/_history/5' }];
    expect(parsed(messageBody(), messageBody({ basedOn }))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'basedOn' },
    });
  });

  it.each([
    [404, 'HISTORY_NOT_SUPPORTED', 'referral-changed'],
    [400, 'PATIENT_ERROR', 'patient-error'],
    [400, 'NO_RELATIONSHIP', 'no-relationship'],
    [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
  ])('refused with %i %s is %s', (status, code, reason) => {
    expect(problemFor(retrieveAdviceConversation, refused(status, code))).toMatchObject({ reason });
  });
});
