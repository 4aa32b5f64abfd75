import type { Problem, ProblemReason } from '../domain/problem.ts';
import { ADVICE_PROBLEMS } from './advice-problem-text.ts';
import { CONNECTION_PROBLEMS } from './connection-problem-text.ts';
import {
  CHANGE,
  DESK,
  FILE,
  LATER,
  LOOK,
  REFERRAL,
  ROLE,
  SERVICES,
  SHORTEN,
} from './next-steps.ts';

/** What a person is told about a problem. The ids and the code of e-RS come after it, never before. */
export interface ProblemText {
  title: string;
  text: string;
  nextStep: string;
}

type Words = readonly [title: string, text: string, nextStep: string];

const WITHOUT_RETRY = { 'after-reread': LOOK, never: DESK, 'back-off': LATER };

/** Title, text, next step. A reason without an entry does not compile. */
const CATALOGUE: Record<ProblemReason, Words> = {
  'bad-request': [
    'e-RS did not understand the request',
    'This is a fault in the software, not in what you typed.',
    DESK,
  ],
  'session-ended': [
    'Your e-RS session has ended',
    'e-RS no longer accepts this session. What you typed is still here.',
    'Sign in again, then carry on.',
  ],
  forbidden: [
    'You are not allowed to do this',
    'e-RS refused it for your role and organisation.',
    ROLE,
  ],
  'not-found': ['e-RS does not have this', 'e-RS found nothing under this number.', REFERRAL],
  gone: ['This is no longer in e-RS', 'It existed, and e-RS has deleted it.', REFERRAL],
  'referral-changed': [
    'This referral has changed since you opened it',
    'e-RS refused the change, so that it does not undo another.',
    'Look at what changed, then do it again if it is still right.',
  ],
  'precondition-failed': [
    'e-RS refused this',
    'Something that must come first has not happened.',
    DESK,
  ],
  'page-out-of-range': [
    'The list has become shorter',
    'e-RS has no more pages of this list.',
    'Load the list again from its start.',
  ],
  locked: [
    'This referral is in use',
    'Someone has it open in e-RS. e-RS does not tell us who. The lock usually clears when they close it.',
    'Try again in a few minutes.',
  ],
  'too-many-requests': [
    'e-RS is busy',
    'More was asked of e-RS than it takes at a time.',
    'Wait a minute, then try again.',
  ],
  'ers-failed': ['e-RS could not do this', 'e-RS had a fault of its own.', LATER],
  'ers-unavailable': [
    'e-RS is not available at the moment',
    'It said so itself, so it is not your connection.',
    LATER,
  ],
  'sandbox-refused': [
    'The e-RS sandbox does not know this request',
    'A sandbox answers only its own examples.',
    'Use the simulator, or an integration environment.',
  ],
  'provider-refused': [
    'The provider’s booking system refused',
    'e-RS passed the request on and the provider’s system answered with an error.',
    LOOK,
  ],
  'provider-silent': [
    'The provider’s booking system did not answer',
    'e-RS passed the request on and had no answer in time. It may still act on it.',
    LOOK,
  ],
  'upstream-failed': [
    'A system behind e-RS did not answer',
    'e-RS could not finish, because a national or hospital system failed.',
    LATER,
  ],
  'no-relationship': [
    'Your organisation has no part in this referral',
    'e-RS shows it only to those who refer, provide or review it.',
    ROLE,
  ],
  'wrong-request-type': [
    'This UBRN is not a referral that can be used here',
    'It may be an advice request or an unfinished draft.',
    REFERRAL,
  ],
  'wrong-state': [
    'The referral is not in a state that allows this',
    'e-RS allows it only before or after other steps.',
    LOOK,
  ],
  'no-clinical-information': [
    'There is no clinical information',
    'Nobody has attached a letter to this referral yet.',
    'Attach a letter, or ask the referrer to.',
  ],
  'no-access-code': [
    'e-RS has no password for this referral',
    'Without it the patient letter cannot be made.',
    'Print the letter in the e-RS application.',
  ],
  'field-not-permitted': [
    'e-RS does not take one of the fields',
    'It is not allowed together with the others, or not for your role.',
    CHANGE,
  ],
  'field-required': ['e-RS needs one more field', 'One that it asks for is missing.', CHANGE],
  'field-wrong': [
    'e-RS refused the value of a field',
    'The value is not one that it takes here.',
    CHANGE,
  ],
  'text-too-long': ['The text is too long', 'e-RS takes fewer characters here.', SHORTEN],
  'patient-error': [
    'e-RS cannot use this patient’s record',
    'The national record is sensitive or has a fault. Trying again does not help.',
    DESK,
  ],
  'no-registered-practice': [
    'The patient has no registered GP practice',
    'e-RS takes referrals only for patients who are registered with a practice.',
    'Correct the registration, then open the referral again.',
  ],
  'organisation-closed': [
    'The organisation is closed',
    'e-RS has it as closed.',
    'Choose another organisation.',
  ],
  'organisation-not-appropriate': [
    'The organisation cannot be used for this',
    'It neither provides services nor is a place where they are given.',
    'Choose another organisation.',
  ],
  'reference-not-found': [
    'e-RS does not know something you gave',
    'The patient, postcode, organisation, clinician or file is not known to it.',
    CHANGE,
  ],
  'clinician-not-active': [
    'The clinician is not active in e-RS',
    'e-RS has the clinician’s account as closed.',
    'Choose another clinician.',
  ],
  'clinician-not-referring': [
    'The clinician is not a referring clinician',
    'e-RS has no such role for this clinician.',
    'Choose a referring clinician.',
  ],
  'clinician-not-provider': [
    'The clinician does not provide services',
    'e-RS has no such role for this clinician.',
    'Choose another named clinician.',
  ],
  'clinician-not-in-organisation': [
    'The clinician is not in your organisation',
    'You can act only for clinicians of the organisation you chose.',
    'Choose another clinician, or another role.',
  ],
  'clinical-term-unknown': [
    'e-RS does not know this clinical term',
    'No service can be found by it.',
    'Choose another term, or search by specialty and clinic type.',
  ],
  'no-such-service': ['e-RS does not know this service', 'It may have been withdrawn.', SERVICES],
  'service-unavailable': [
    'The service is not available',
    'It does not take referrals now.',
    SERVICES,
  ],
  'service-not-in-results': [
    'A shortlisted service is no longer found',
    'The search that the referral names would not find it now.',
    SERVICES,
  ],
  'too-many-services': [
    'There are too many services',
    'e-RS allows fewer for this.',
    'Remove some from the shortlist.',
  ],
  'duplicate-service': [
    'A service is on the shortlist twice',
    'e-RS takes each service once.',
    'Remove one of the two.',
  ],
  'duplicate-file-name': [
    'Same name as another file',
    'e-RS needs a different name for each file of a referral.',
    'Rename one of them or leave it out.',
  ],
  'file-in-use': [
    'The file belongs to something else already',
    'e-RS links a file once.',
    'Upload it again, then attach the new copy.',
  ],
  'no-changes': [
    'Nothing has changed',
    'e-RS already has exactly these files.',
    'Add or remove a file, or leave them as they are.',
  ],
  'slot-taken': ['That slot has just been taken', 'It is no longer free.', 'Choose another slot.'],
  'slot-unsuitable': [
    'That slot does not suit this referral',
    'e-RS does not allow it for this service, priority or patient.',
    'Choose another slot.',
  ],
  'slots-still-free': [
    'The service has free slots',
    'e-RS defers to a provider only when there are none, or when a booking has failed.',
    'Choose one of the free slots.',
  ],
  'slot-still-free': [
    'That slot is still free',
    'e-RS defers only when it is not.',
    'Book the slot, or choose another.',
  ],
  'priority-not-current': [
    'The priority is not that of the referral now',
    'When advice goes back to the referrer, the priority cannot be changed with it.',
    LOOK,
  ],
  'priority-not-supported': [
    'The service does not take this priority',
    'e-RS refused the change to it.',
    'Choose another priority. What you typed is still here.',
  ],
  'appointment-not-cancelled': [
    'The appointment was not cancelled',
    'The provider’s booking system refused to cancel it.',
    LOOK,
  ],
  'not-understood': [
    'e-RS refused this',
    'It gave a reason that we do not know. It is shown below as e-RS wrote it.',
    DESK,
  ],
  'file-too-big': [
    'Too big: the limit is 5 MB',
    'e-RS takes files of up to 5 MB each.',
    'Save it as a smaller file, or leave it out.',
  ],
  'file-empty': ['The file is empty', 'It has no bytes, so there is nothing to send.', FILE],
  'file-type-refused': [
    'e-RS does not take files of this type',
    'It takes PDF, Word, RTF, text, XML, pictures and some sound and film.',
    'Save it as PDF, or leave it out.',
  ],
  'file-name-refused': [
    'The file’s name cannot be used',
    'A name has up to 255 characters, with its ending.',
    'Rename the file and choose it again.',
  ],
  'file-type-mismatch': [
    'The file is not what its name says',
    'Its ending and its type differ.',
    'Save it again under the right ending.',
  ],
  'file-being-scanned': [
    'e-RS is still checking this file',
    'It cannot be opened until the check for threats has ended.',
    'Try again in five minutes or more.',
  ],
  'file-unsafe': [
    'This file cannot be opened: a threat was found in it',
    'e-RS keeps it locked.',
    'Ask whoever attached it for a clean copy.',
  ],
  'file-not-valid': [
    'This file cannot be opened: it failed e-RS’s check',
    'It is damaged or not what it says it is.',
    'Ask whoever attached it for another copy.',
  ],
  'file-too-big-to-open': [
    'Too big to open here: the limit is 5 MB',
    'e-RS has the file and does not hand it over this way.',
    'Open the referral in the e-RS application to read it.',
  ],
  'file-not-passed-on': [
    'This file cannot be opened from here',
    'e-RS keeps it elsewhere, and the connection of this system does not fetch it from there.',
    'Open the referral in the e-RS application to read it, and tell your local service desk.',
  ],
  'nhs-number-wrong': [
    'The NHS number in the record is not a valid one',
    'It fails the check that every NHS number passes. Nothing was sent.',
    'Correct it in the record, then open the referral again.',
  ],
  'birth-date-wrong': [
    'The date of birth in the record is not a date',
    'It must be a whole date that is not in the future. Nothing was sent.',
    'Correct it in the record, then open the referral again.',
  ],
  'criteria-missing': [
    'There is nothing to search by',
    'A search needs a specialty with a clinic type, a clinical term or a named clinician.',
    'Choose one of them.',
  ],
  'wrong-patient': [
    'Stopped: this referral belongs to another patient',
    'The patient of the referral is not the patient of the open record.',
    'Open the record of the right patient.',
  ],
  'context-changed': [
    'Another record is open now',
    'The answer was for the patient before, so it is not shown.',
    'Open that patient’s record to go on with it.',
  ],
  'not-offered': [
    'Not available over this connection',
    'This connection to e-RS does not offer it.',
    'Do it in the e-RS application.',
  ],
  ...CONNECTION_PROBLEMS,
};

/** A silence after a request that changes nothing, or that was not sent, leaves nothing in doubt. */
const UNHEARD = [
  'e-RS did not answer',
  'The request did not get through, or its answer was lost.',
  LATER,
] as const;

/**
 * The words of a problem. An unknown code of e-RS is not guessed at: it is shown as it came. Nobody is
 * told to try again where that could do something twice.
 */
export function problemText(problem: Problem): ProblemText {
  const { retry } = problem;
  const [title, text, nextStep] = wordsOf(problem);
  const mayTryAgain = nextStep !== LATER || retry === 'back-off';
  return { title, text, nextStep: mayTryAgain ? nextStep : WITHOUT_RETRY[retry] };
}

function wordsOf({ reason, retry, about, limit }: Problem): Words {
  if (reason === 'no-answer' && retry === 'back-off') return UNHEARD;
  const ofAdvice = about === 'advice' ? ADVICE_PROBLEMS[reason] : undefined;
  const [title, text, nextStep] = ofAdvice ?? CATALOGUE[reason];
  const most = limit?.toLocaleString('en-GB');
  return [title, most ? `e-RS takes at most ${most} characters here.` : text, nextStep];
}
