import type { Dialect } from '../core/model.ts';
import { adviceProbes } from './advice-probes.ts';
import type { Desks } from './desks.ts';
import {
  addLetter,
  awaitingTriage,
  fetchList,
  operate,
  parametersOf,
  priority,
  text,
  versionOf,
} from './desks.ts';
import type { Answer } from './hscn-caller.ts';
import { coding, create, createBody, defer, letter, link, slots } from './hscn-caller.ts';
import { listProbes } from './list-probes.ts';
import { lookupProbes } from './lookup-probes.ts';
import type { Ask, Probes } from './probe.ts';
import { progressProbes } from './progress-probes.ts';
import { conversation } from './stages.ts';

const nobody = '000000000009';
const nowhere = `CommunicationRequest/${nobody}/_history/1`;

/** An operation on a request that e-RS does not hold. */
const onNobody =
  (side: 'referrer' | 'provider', path: string, call: object = { method: 'POST' }): Ask =>
  (desks) =>
    desks[side].call(path, { headers: { 'If-Match': 'W/"3"' }, ...call });

const onReferral = (side: 'referrer' | 'provider', name: string): Ask =>
  onNobody(side, `/ReferralRequest/${nobody}/$ers.${name}`, { body: {} });

const convertNobody: Ask = ({ provider }) => {
  const profile = 'eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1';
  const source = { name: 'createFrom', valueReference: { reference: nowhere } };
  const path = '/ReferralRequest/$ers.createFromCommunicationRequestActionLater';
  return provider.call(path, { body: parametersOf(profile, [source]) });
};

const unknownUbrn: Readonly<Record<string, Ask>> = {
  A005: onNobody('referrer', `/ReferralRequest/${nobody}`, {}),
  A006: onNobody('referrer', '/Binary/att-9-9', {}),
  A007: onReferral('provider', 'generateCRI'),
  A012: onReferral('referrer', 'maintainReferralLetter'),
  A013: onReferral('provider', 'acceptReferral'),
  A014: onReferral('provider', 'rejectReferral'),
  A016: ({ referrer }) =>
    defer(referrer, { ubrn: nobody, version: 3 }, { reason: 'NO_SLOTS_AT_SERVICE' }),
  A019: onReferral('referrer', 'generatePatientLetter'),
  A020: ({ referrer }) =>
    referrer.call('/Binary', {
      body: new Uint8Array(40),
      headers: {
        'Content-Type': 'application/pdf',
        'X-ERS-XAPI-META-FILE_NAME': 'letter.pdf',
        'X-ERS-XAPI-META-INTENDED_UBRN': nobody,
      },
    }),
  A022: onReferral('provider', 'CancelAppointmentActionLater'),
  A024: onNobody('provider', `/CommunicationRequest/${nobody}`, {}),
  A025: onNobody('provider', `/Communication?based-on=${nowhere}`, {}),
  A026: onNobody('provider', `/CommunicationRequest/${nobody}/$ers.sendCommunicationToRequester`, {
    body: {},
  }),
  A027: convertNobody,
  A028: onReferral('provider', 'recordReviewOutcome'),
};

async function handBack(desks: Desks): Promise<{ ubrn: string; answer: Answer }> {
  const ubrn = await awaitingTriage(desks);
  const outcome = 'RETURN_TO_REFERRER_WITH_ADVICE';
  const answer = await operate(desks.provider, 'ReferralRequest', {
    ubrn,
    name: 'recordReviewOutcome',
    version: versionOf(desks.provider, ubrn),
    body: parametersOf('eRS-RecordReviewOutcome-Parameters-1', [
      coding('reviewOutcome', 'eRS-ReviewOutcome-1', outcome),
      text('reviewComments', 'As discussed'),
    ]),
  });
  return { ubrn, answer };
}

const readBack: Ask = async (desks) => {
  const { ubrn } = await handBack(desks);
  return desks.referrer.call(`/ReferralRequest/${ubrn}`);
};

const listBack: Ask = async (desks) => {
  await handBack(desks);
  return fetchList(desks.referrer, 'REJECTED_TRIAGE_RESPONSE');
};

const letterBack: Ask = async (desks) => {
  const { referrer } = desks;
  const { ubrn } = await handBack(desks);
  const read = await referrer.call(`/ReferralRequest/${ubrn}`);
  const url = /Binary\/[\w-]+/.exec(read.text)?.[0] ?? '';
  await addLetter(referrer, ubrn, 'more.pdf');
  return link(referrer, { ubrn, version: versionOf(referrer, ubrn), letters: [letter(url)] });
};

const lateSlotPage: Ask = ({ referrer }) => slots(referrer, { page: '99' });

const listAnswered: Ask = async (desks) => {
  const { provider } = desks;
  const ubrn = await conversation(desks);
  const body = parametersOf('eRS-SendCommunicationToRequester-Request-Parameters-1', [
    text('guidance', 'How long has it been there?'),
    coding('guidanceOutcome', 'eRS-GuidanceResponseOutcome-1', 'REQUIRE_FURTHER_INFORMATION'),
    priority('updatedPriority', 'ROUTINE'),
  ]);
  const name = 'sendCommunicationToRequester';
  await operate(provider, 'CommunicationRequest', { ubrn, name, version: 1, body });
  return fetchList(provider, 'ADVICE_AND_GUIDANCE_REQUESTS');
};

const nonAttendance: Ask = ({ referrer }) =>
  referrer.call('/CodeSystem/APPOINTMENT-NON-ATTENDANCE-REASON');

const needlessLetter: Ask = ({ referrer }) => create(referrer, createBody(['70004']));

const own: Readonly<Record<Dialect, Probes>> = {
  hscn: {
    answeredStaysOnAdviceList: { A023: listAnswered },
    lateSlotPageIs422: { A015: lateSlotPage },
    unknownUbrnIs404: unknownUbrn,
    letterIntentOnlyWhenRequired: { A011: needlessLetter },
    nonAttendanceReasons: { A004: nonAttendance },
  },
  'api-platform': {
    answeredStaysOnAdviceList: { A023: listAnswered },
    returnedIsTriageResponse: {
      A005: readBack,
      A008: listBack,
      A012: letterBack,
      A028: async (desks) => (await handBack(desks)).answer,
    },
  },
};

function probesOf(dialect: Dialect): Probes {
  const parts = [own, progressProbes, listProbes, lookupProbes, adviceProbes];
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part[dialect])));
}

/** Requests whose answer goes by a switch of behaviour, by switch and then by interaction. */
export const probes: Readonly<Record<Dialect, Probes>> = {
  hscn: probesOf('hscn'),
  'api-platform': probesOf('api-platform'),
};
