import type { Problem } from '../../src/domain/problem.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';

/** What the host is told, with keys only. */
export type Happening =
  | {
      name:
        'ers-referral-created' | 'ers-sent-for-triage' | 'ers-letters-linked' | 'ers-safety-net';
      ubrn: Ubrn;
    }
  | { name: 'ers-write-unknown'; write: string; ubrn?: Ubrn | undefined }
  | { name: 'ers-problem'; reason: string };

/** All that is so now, each under a key that stays while it is so: what has a new key is news. */
export function happenings(flow: ReferPatientFlow): Map<string, Happening> {
  return new Map([
    ...ofOpened(flow),
    ...ofCreate(flow),
    ...ofFound(flow),
    ...ofLetters(flow),
    ...ofProblems(flow),
  ]);
}

type News = [key: string, happening: Happening][];

/** Said at each opening while a two-week-wait referral has no booked appointment. */
function ofOpened({ state: { opened } }: ReferPatientFlow): News {
  if (opened.status !== 'open') return [];
  const { ubrn, criteria, appointment } = opened.referral;
  const priority = opened.referral.priority ?? criteria?.priority;
  if (priority !== 'TWO_WEEK_WAIT' || appointment?.status === 'booked') return [];
  return [[`safety-net ${ubrn}`, { name: 'ers-safety-net', ubrn }]];
}

function ofCreate({ create }: ReferPatientFlow): News {
  const { phase } = create.state;
  if (phase.status === 'created') return created(phase.referral, phase.referral);
  if (phase.status !== 'unknown') return [];
  const key = `create unknown ${phase.problem.correlationId}`;
  return [[key, { name: 'ers-write-unknown', write: 'create-referral' }]];
}

/** A create whose answer was lost has made it. */
function ofFound({ state: { found, opened } }: ReferPatientFlow): News {
  return found ? created(found, opened.status === 'open' ? opened.referral : undefined) : [];
}

/** `read` is in triage where it was sent there as it was created. */
function created({ ubrn }: { ubrn: Ubrn }, read: Referral | undefined): News {
  const made: News = [[`created ${ubrn}`, { name: 'ers-referral-created', ubrn }]];
  const isSent = read?.ubrn === ubrn && read.state.code === 'AWAITING_TRIAGE';
  return isSent ? [...made, [`for triage ${ubrn}`, { name: 'ers-sent-for-triage', ubrn }]] : made;
}

function ofLetters({ letters }: ReferPatientFlow): News {
  if (!letters) return [];
  const { phase, referral } = letters.state;
  const { ubrn } = referral;
  if (phase.status === 'attached') {
    return [[`linked ${ubrn} ${phase.at}`, { name: 'ers-letters-linked', ubrn }]];
  }
  if (phase.status !== 'unknown') return [];
  const key = `attach unknown ${phase.problem.correlationId}`;
  return [[key, { name: 'ers-write-unknown', write: 'attach-letters', ubrn }]];
}

function ofProblems(flow: ReferPatientFlow): News {
  return problems(flow).map(({ reason, correlationId }) => [
    `problem ${reason} ${correlationId}`,
    { name: 'ers-problem', reason },
  ]);
}

function problems({ state, find, create, letters, patientLetter }: ReferPatientFlow): Problem[] {
  const places = [
    state.opened,
    find.state.lists,
    find.state.search,
    create.state.phase,
    letters?.state.phase,
    patientLetter?.state,
  ];
  return places.flatMap((place) => (place && 'problem' in place ? [place.problem] : []));
}
