import type { Desks } from './desks.ts';
import {
  awaitingTriage,
  bookedForReview,
  fetchList,
  operate,
  parametersOf,
  priority,
  providerFile,
  reason,
  text,
  triageBody,
  uploaded,
  versionOf,
} from './desks.ts';
import type { Answer, Caller, Parameter } from './hscn-caller.ts';
import { coding } from './hscn-caller.ts';
import { conversation, deferred } from './stages.ts';

/** Told of each answer; gives it back. */
export type Note = (interaction: string, answer: Answer) => Answer;

function change(
  caller: Caller,
  ubrn: string,
  { name, profile, parameter = [] }: { name: string; profile?: string; parameter?: Parameter[] },
): Promise<Answer> {
  const body = profile && parametersOf(profile, parameter);
  return operate(caller, 'ReferralRequest', { ubrn, name, version: versionOf(caller, ubrn), body });
}

async function reviewBookings(desks: Desks, note: Note): Promise<void> {
  const { provider } = desks;
  const kept = await bookedForReview(desks);
  note('A008', await fetchList(provider, 'REFERRALS_FOR_REVIEW'));
  note('A005', await provider.call(`/ReferralRequest/${kept}`));
  note('A013', await change(provider, kept, { name: 'acceptReferral' }));
  const rejected = await bookedForReview(desks);
  const why = reason('rejectionReason', 'APPOINTMENT-CANCELLATION-REASON', 'OTHER');
  const rejection = {
    name: 'rejectReferral',
    profile: 'eRS-RejectReferral-Parameters-1',
    parameter: [why, text('rejectionComments', 'For another clinic')],
  };
  note('A014', await change(provider, rejected, rejection));
  const left = await bookedForReview(desks);
  const url = await uploaded(provider, left, 'plan.pdf');
  const hscn = provider.dialect === 'hscn';
  const later = {
    name: hscn ? 'CancelAppointmentActionLater' : 'cancelAppointmentActionLater',
    profile: `eRS-cancelAppointmentActionLater-${hscn ? 'Operation' : 'Parameters'}-1`,
    parameter: [
      text('comments', 'Rebook'),
      providerFile('providerAttachmentFile', 'PROVIDER', url),
    ],
  };
  note('A022', await change(provider, left, later));
}

async function triage(desks: Desks, note: Note): Promise<void> {
  const { provider, referrer } = desks;
  const path = '/ReferralRequest/$ers.createReferralAndSendForTriage';
  note('A021', await referrer.call(path, { body: triageBody() }));
  const ubrn = await awaitingTriage(desks);
  note('A008', await fetchList(provider, 'REFERRALS_FOR_REVIEW'));
  const focus = `ReferralRequest/${ubrn}/_history/${versionOf(provider, ubrn)}`;
  const query = new URLSearchParams({ focus, intent: 'proposal', status: 'ready' });
  note('A029', await provider.call(`/Task?${query}`));
  note('A007', await operate(provider, 'ReferralRequest', { ubrn, name: 'generateCRI' }));
  const url = await uploaded(provider, ubrn, 'outcome.pdf');
  const outcome = {
    name: 'recordReviewOutcome',
    profile: 'eRS-RecordReviewOutcome-Parameters-1',
    parameter: [
      coding('reviewOutcome', 'eRS-ReviewOutcome-1', 'ACCEPT_REFER_BOOK_LATER'),
      text('reviewComments', 'Book the knee clinic'),
      priority('reviewPriority', 'URGENT'),
      providerFile('reviewAttachmentFile', 'PROVIDER', url),
    ],
  };
  note('A028', await change(provider, ubrn, outcome));
  note('A006', await provider.call(`/${url}`));
  await deferred(desks);
  note('A008', await fetchList(provider, 'APPOINTMENT_SLOT_ISSUES'));
}

const included = [
  'Communication:requester-practitionerrole:PractitionerRole',
  'Communication:sender-practitionerrole:PractionerRole',
  'Communication:content-reference:DocumentReference',
];

async function advise(desks: Desks, note: Note): Promise<void> {
  const { provider } = desks;
  const ubrn = await conversation(desks);
  note('A023', await fetchList(provider, 'ADVICE_AND_GUIDANCE_REQUESTS'));
  const url = await uploaded(provider, ubrn, 'answer.pdf');
  const answer = parametersOf('eRS-SendCommunicationToRequester-Request-Parameters-1', [
    text('guidance', 'Try the other cream'),
    coding('guidanceOutcome', 'eRS-GuidanceResponseOutcome-1', 'REQUIRE_FURTHER_INFORMATION'),
    priority('updatedPriority', 'ROUTINE'),
    providerFile('guidanceAttachmentFile', 'GUIDANCE_RESPONSE', url),
  ]);
  const sent = { ubrn, name: 'sendCommunicationToRequester', version: 1, body: answer };
  note('A026', await operate(provider, 'CommunicationRequest', sent));
  note('A024', await provider.call(`/CommunicationRequest/${ubrn}`));
  const based = `CommunicationRequest/${ubrn}/_history/${versionOf(provider, ubrn)}`;
  const query = new URLSearchParams({ 'based-on': based });
  for (const include of included) query.append('_include', include);
  note('A025', await provider.call(`/Communication?${query}`));
  const converted = parametersOf(
    'eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1',
    [
      { name: 'createFrom', valueReference: { reference: based } },
      text('guidance', 'We take it from here'),
      priority('newReferralPriority', 'ROUTINE'),
      text('reviewComments', 'Book the skin clinic'),
    ],
  );
  const path = '/ReferralRequest/$ers.createFromCommunicationRequestActionLater';
  note('A027', await provider.call(path, { body: converted }));
}

/** Drives every interaction of a provider that has a letter to go by. */
export async function providerTraffic(desks: Desks, note: Note): Promise<void> {
  await reviewBookings(desks, note);
  await triage(desks, note);
  await advise(desks, note);
}
