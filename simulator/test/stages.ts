import type { Desks } from './desks.ts';
import { acneCriteria, addLetter, adviceService, parametersOf, text, versionOf } from './desks.ts';
import type { Answer } from './hscn-caller.ts';
import { coding, createBody, criteria, defer, newUbrn, shortlist } from './hscn-caller.ts';
import { signIn } from './platform-caller.ts';

/** Directly bookable at the provider of the desks, and never a free slot. */
export const fullService = '70105';
const ischaemic = criteria([coding('clinicType', 'eRS-ClinicType-1', 'ISCHAEMIC_HEART_DISEASE')]);

function made(what: string, answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new Error(`${what}: ${answer.status} ${answer.code ?? ''} ${answer.diagnostics ?? ''}`);
}

/** Shortlists the service without slots alone; it needs no letter. */
export function unbookable({ referrer }: Desks): Promise<string> {
  const resource = shortlist([fullService], ischaemic);
  const none = 'NOT_INTENDING_TO_ADD';
  const body = createBody(
    [],
    [
      { name: 'shortlist', resource },
      coding('intentionToAddReferralLetter', 'eRS-ReferralLetterIntention-1', none),
    ],
  );
  return newUbrn(referrer, body);
}

/** Deferred to the provider, with a letter. */
export async function deferred(desks: Desks): Promise<string> {
  const { referrer } = desks;
  const ubrn = await unbookable(desks);
  await addLetter(referrer, ubrn);
  const wanted = { ubrn, version: versionOf(referrer, ubrn), serviceId: fullService };
  made('defer', await defer(referrer, wanted, { reason: 'NO_SLOTS_AT_SERVICE' }));
  return ubrn;
}

/** The provider's office made an appointment without a slot. */
export async function bookedByTelephone(desks: Desks): Promise<string> {
  const ubrn = await deferred(desks);
  const change = { ubrn, change: 'book-by-telephone' };
  made('telephone', await desks.referrer.control('actions/change-referral', change));
  return ubrn;
}

/** A conversation that the provider may turn into a referral; only the platform can open one. */
export async function conversation({ simulator }: Desks): Promise<string> {
  const referrer = signIn({ simulator });
  const resource = shortlist([adviceService], acneCriteria());
  const { parameter } = createBody([], [{ name: 'shortlist', resource }]);
  const may = 'AUTHORISED_TO_CONVERT';
  const body = parametersOf('eRS-CreateAdviceAndGuidance-Request-Parameters-1', [
    ...parameter.filter(({ name }) => ['patient', 'shortlist'].includes(name)),
    coding('providerConversionAuthorisation', 'eRS-ProviderConversionAuthorisation-1', may),
    text('request', 'Which cream next?'),
  ]);
  const path = '/CommunicationRequest/$ers.createAdviceAndGuidance';
  const answer = made('ask', await referrer.call(path, { body }));
  return /CommunicationRequest\/(\d{12})/.exec(answer.text)?.[1] ?? '';
}
