import type { AttachLettersState, LetterFileState } from '../../src/flows/attach-letters.ts';
import type { FindServicesState } from '../../src/flows/find-services.ts';
import type { PatientLetterState } from '../../src/flows/print-patient-letter.ts';
import type { OpenState, ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { counted } from '../../src/ui/format.ts';
import { DOUBT_TITLE } from './create-doubt.ts';
import { DRAFT_TITLE } from './draft-notices.ts';
import { madeTitle, UNATTACHED_TITLE } from './earlier-notices.ts';
import { leftTitle } from './left-notice.ts';
import { filedWords, refusalWords, SCAN_WORDS } from './letter-words.ts';
import { stageOf } from './lost-stage.ts';
import { lostSaid } from './lost-view.ts';

/** Where the user is. A new key moves the focus to the heading that `selector` finds. */
export interface Place {
  key: string;
  /** Absent: the focus stays. */
  selector?: string | undefined;
}

export const HEADING = '[data-focus-heading]';

export function placeOf(flow: ReferPatientFlow): Place {
  const { step, opened } = flow.state;
  if (step === 'find') return findPlace(flow);
  const notOpened = notOpenedKey(opened);
  if (step === 'check' && notOpened) {
    return { key: `check ${notOpened}`, selector: `.opening ${HEADING}` };
  }
  if (step === 'check') return settledPlace('check', flow.create.state.phase);
  if (step === 'letters' && flow.letters) return settledPlace('letters', flow.letters.state.phase);
  return { key: `${step} ${step === 'record' ? opened.status : ''}`, selector: HEADING };
}

function notOpenedKey(opened: OpenState): string | undefined {
  if (opened.status === 'failed') return opened.problem.correlationId;
  return opened.status === 'stopped' ? opened.status : undefined;
}

function findPlace({ find, state }: ReferPatientFlow): Place {
  if (state.opened.status === 'opening') return { key: 'find opening' };
  if (notOpenedKey(state.opened)) return { key: 'find not opened', selector: HEADING };
  const { search, stale, searchStopped } = find.state;
  if (searchStopped) return { key: 'find stopped', selector: `.results ${HEADING}` };
  const ended = 'at' in search || search.status === 'failed';
  // Whoever goes on changing the search while it runs keeps the focus.
  const selector = ended && !stale ? `.results ${HEADING}` : undefined;
  const when = 'at' in search ? search.at : '';
  return { key: `find ${search.status} ${when}`, selector };
}

/** Under way the focus stays on the button; what came of it takes it. */
function settledPlace(step: string, phase: { status: string }): Place {
  const underWay = phase.status === 'sending' || phase.status === 'attaching';
  return { key: `${step} ${phase.status}`, selector: underWay ? undefined : HEADING };
}

type Said = [key: string, words: string][];

/** What stands above the first step because of something earlier. */
export function noticesKey({ state, create }: ReferPatientFlow): string {
  const { resumed, earlier, leftUnderWay, unattached, madeEarlier } = state;
  return [
    create.state.phase.status,
    earlier.status,
    resumed ? 'draft' : '',
    ...leftUnderWay.map(({ id }) => id),
    ...[...unattached, ...madeEarlier].map(({ ubrn }) => ubrn),
  ].join(' ');
}

/** How far the search for a create without a known end is; empty where there is none. */
export function lostKey({ lost }: ReferPatientFlow): string {
  return lost.map(({ state: { intent, phase } }) => `${intent.id} ${stageOf(phase)}`).join();
}

function lostWords(flow: ReferPatientFlow): Said {
  const { found } = flow.state;
  const said = lostSaid(flow);
  return found ? [...said, [`found ${found.ubrn}`, 'The referral was made, and is found']] : said;
}

/** Equal while what was said last still holds: no answer has come and nothing was done since. */
export function momentOf(flow: ReferPatientFlow): string {
  const { find, letters, patientLetter, booking } = flow;
  const { shortlist, errors, stale } = find.state;
  return JSON.stringify([
    placeOf(flow).key,
    noticesKey(flow),
    lostKey(flow),
    shortlist.map(({ id }) => id),
    errors,
    stale,
    letters?.state.files.map(({ id, name, state }) => [id, name, state.status]),
    letters?.state.letters.map(({ keep }) => keep),
    patientLetter?.state.status,
    booking?.state.phase.status,
  ]);
}

/** What a screen reader hears of a change, under a key that stays while it is so. */
export function wordsOf(flow: ReferPatientFlow): Map<string, string> {
  const { find, letters, patientLetter } = flow;
  return new Map([
    ...lostWords(flow),
    ...atFind(flow, [...noticeWords(flow), ...searchWords(find.state), ...lookUpWords(find.state)]),
    ...(letters ? [...fileWords(letters.state), ...scanWords(flow)] : []),
    ...(patientLetter ? patientLetterWords(patientLetter.state) : []),
  ]);
}

/** Elsewhere it is no news, and stays none on the way back. */
function atFind({ state }: ReferPatientFlow, said: Said): Said {
  return state.step === 'find' ? said : said.map(([key]) => [key, '']);
}

/** What an earlier visit has left: it comes above where the reader is. */
function noticeWords({ state, create }: ReferPatientFlow): Said {
  const { resumed, leftUnderWay, unattached, madeEarlier } = state;
  const said: Said = leftUnderWay.map((intent) => [
    `left ${intent.id} ${intent.state}`,
    leftTitle(intent),
  ]);
  if (create.state.phase.status === 'blocked') said.unshift(['in doubt', DOUBT_TITLE]);
  if (unattached.length > 0) said.push(['unattached', UNATTACHED_TITLE]);
  if (madeEarlier.length > 0) said.push([`made ${madeEarlier.length}`, madeTitle(madeEarlier)]);
  if (resumed) said.push([`draft ${resumed.savedAt}`, DRAFT_TITLE]);
  return said;
}

function fileWords({ files, limits }: AttachLettersState): Said {
  return files.flatMap(({ id, name, state }): Said => {
    const words =
      state.status === 'refused'
        ? `not taken. ${refusalWords(state.reason, name, limits).join(' ')}`
        : FILE_WORDS[state.status];
    return words ? [[`${id} ${name} ${state.status}`, `${name}: ${words}`]] : [];
  });
}

/** What a scan has refused, and that it could not be looked at. */
function scanWords({ state, letters }: ReferPatientFlow): Said {
  const tried = state.scanTriedAt;
  const said = (letters?.state.letters ?? []).map(({ letter }): Said[number] => {
    const { bad, state: words } = SCAN_WORDS[letter.availability];
    return [`scan ${letter.url} ${letter.availability}`, bad ? `${letter.name}: ${words}` : ''];
  });
  return tried ? [...said, [`tried ${tried}`, 'The scan could not be checked']] : said;
}

const FILE_WORDS: Partial<Record<LetterFileState['status'], string>> = {
  uploading: 'uploading',
  uploaded: 'uploaded, not attached yet',
  'not-uploaded': 'not uploaded',
};

function patientLetterWords(state: PatientLetterState): Said {
  if (state.status !== 'ready') return [];
  const { at, filed } = state;
  const said: Said = [[`patient letter ${at}`, 'The patient letter is ready']];
  if (typeof filed === 'object') said.push([`filed ${at} ${filed.status}`, filedWords(filed)]);
  return said;
}

function searchWords({ search, stale }: FindServicesState): Said {
  if (search.status === 'searching') return [[`searching ${search.since}`, 'Searching e-RS']];
  if (stale) return [['stale', 'Your search has changed. Search again']];
  if (search.status !== 'found') return [];
  return [[`found ${search.at}`, `${counted(search.services.length, 'service')} found`]];
}

function lookUpWords({ lookUp }: FindServicesState): Said {
  if (lookUp.status === 'unavailable') {
    return [[`look-up ${lookUp.field} unavailable`, 'Names cannot be looked up. Enter the code']];
  }
  if (lookUp.status !== 'found') return [];
  const codes = lookUp.options.map(({ code }) => code).join();
  return [[`look-up ${lookUp.field} ${codes}`, `${lookUp.options.length} found`]];
}
