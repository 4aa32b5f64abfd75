import type { HostSession } from '../../../entries/host.ts';
import { failed, notOffered, passed, within, type Check, type Finding } from '../check.ts';

const LIMIT_MS = 10_000;
/** No term, clinician or organisation of any host is called so. */
const UNKNOWN = 'zzqxj';

interface LookUp {
  name: string;
  /** What the user has where the host lacks it. */
  otherwise: string;
  ask(session: HostSession, signal: AbortSignal): Promise<unknown> | undefined;
  isRight(answer: unknown): boolean;
}

const isList = (answer: unknown): boolean => Array.isArray(answer);
const isMap = (answer: unknown): boolean => answer instanceof Map;

const LOOK_UPS: readonly LookUp[] = [
  {
    name: 'findClinicalTerms',
    otherwise: 'The user types a SNOMED CT code.',
    ask: (session, signal) => session.findClinicalTerms?.(UNKNOWN, signal),
    isRight: isList,
  },
  {
    name: 'findClinicians',
    otherwise: 'The user types an SDS user id.',
    ask: (session, signal) => session.findClinicians?.(UNKNOWN, 'named', signal),
    isRight: isList,
  },
  {
    name: 'findOrganisations',
    otherwise: 'The user types an ODS code.',
    ask: (session, signal) => session.findOrganisations?.(UNKNOWN, signal),
    isRight: isList,
  },
  {
    name: 'resolvePatients',
    otherwise: 'Lists show NHS numbers without names.',
    ask: (session, signal) => session.resolvePatients?.([], signal),
    isRight: isMap,
  },
  {
    name: 'resolvePractitioners',
    otherwise: 'Clinicians show by their SDS user id.',
    ask: (session, signal) => session.resolvePractitioners?.(['999999999999'], signal),
    isRight: isMap,
  },
  {
    name: 'listDocuments',
    otherwise: 'The user attaches files of the computer.',
    ask: (session, signal) => session.listDocuments?.(signal),
    isRight: isList,
  },
];

async function tryLookUp(
  { name, otherwise, ask, isRight }: LookUp,
  session: HostSession,
): Promise<Finding> {
  const asking = ask(session, new AbortController().signal);
  if (!asking) return notOffered(`The host has no ${name}. ${otherwise}`);
  try {
    const answer = await within(LIMIT_MS, asking);
    return isRight(answer)
      ? passed('It answered in time and in the right shape, also to what it does not know.')
      : failed('Its answer has another shape than the contract says.');
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return failed(
      isLate ? 'It did not answer in 10 seconds.' : 'It failed where it should have found nothing.',
    );
  }
}

export const lookUpChecks: readonly Check[] = LOOK_UPS.map((lookUp) => ({
  id: `look-up-${lookUp.name}`,
  must: `${lookUp.name} answers in 10 seconds, with nothing where it finds nothing.`,
  because: 'A look-up that fails or is silent must not look like one that has found nothing.',
  run: ({ session }) => tryLookUp(lookUp, session),
}));
