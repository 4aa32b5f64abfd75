import type { Referral } from '../../src/domain/referral.ts';
import type { SceneParts } from './fake-flow.ts';
import {
  at,
  draft,
  found,
  letter,
  lettersState,
  referral,
  services,
  shortlisted,
  UBRN,
} from './sample-states.ts';

/** A file of each state that a scan can have. */
export const scanned: Referral = {
  ...referral,
  letters: [
    letter('Referral letter.pdf'),
    letter('ECG.pdf', { availability: 'PENDING' }),
    letter('Holter.xls', { availability: 'THREATS_FOUND' }),
    letter('Old scan.tif', { availability: 'VALIDATION_FAILED' }),
  ],
};

export const scanning: SceneParts = {
  refer: { step: 'record', opened: { status: 'open', referral: scanned, at: at('09:43:00') } },
};

/** The last look, at 10:45, was not answered. */
export const scanMissed: SceneParts = {
  refer: { ...scanning.refer, scanTriedAt: at('09:45:00') },
};

const held = scanned.letters.map((each) => ({ letter: each, keep: true }));

/** By name: what is under way or was stopped, and files that are being scanned. */
export const waitScenes: Readonly<Record<string, SceneParts>> = {
  'find: lists stopped': { find: { lists: { status: 'stopped' } } },
  'find: looking a term up': {
    find: {
      draft: { ...draft, findBy: 'clinical-term' },
      lookUp: { status: 'looking', field: 'clinicalTerm' },
    },
  },
  'find: first search stopped': { find: { draft, searchStopped: true } },
  'find: later search stopped': {
    find: { ...shortlisted, search: found(services), stale: true, searchStopped: true },
  },
  'find: opening stopped': { refer: { opened: { status: 'stopped', ubrn: UBRN } } },
  'letters: reading the documents': {
    refer: { step: 'letters' },
    letters: { ...lettersState, documents: 'loading' },
  },
  'letters: reading the documents stopped': {
    refer: { step: 'letters' },
    letters: { ...lettersState, documents: 'stopped' },
  },
  'letters: patient letter stopped': {
    refer: { step: 'letters' },
    letters: lettersState,
    patientLetter: { status: 'available', isStopped: true },
  },
  'letters: being scanned': {
    refer: { ...scanning.refer, step: 'letters' },
    letters: { ...lettersState, referral: scanned, letters: held },
  },
  'record: opening': {
    refer: { step: 'record', opened: { status: 'opening', ubrn: UBRN, since: at('09:46:57') } },
  },
  'record: being scanned': scanning,
  'record: scan not read again': scanMissed,
  'record: opening stopped': {
    refer: {
      step: 'record',
      opened: { status: 'stopped', ubrn: UBRN, lastRead: { referral, at: at('09:43:00') } },
    },
  },
};
