import { html, type TemplateResult } from 'lit';
import type { Letter } from '../../src/domain/letter.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { ReferralChange, ReferralPart } from '../../src/domain/referral-changes.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import type { TableRow } from '../../src/ui/data-table.ts';
import { PRIORITY_NAMES, reasonWords } from '../../src/ui/referral-words.ts';
import { attachedWords, typeAndSize } from './file-words.ts';
import {
  appointmentWords,
  clinicalInformationWords,
  clinicianWords,
  NOT_RETURNED,
  serviceWords,
  stateWords,
} from './record-words.ts';

const PARTS: Readonly<
  Record<ReferralPart, { name: string; words: (referral: Referral) => string }>
> = {
  state: { name: 'State', words: stateInFull },
  priority: {
    name: 'Priority',
    words: ({ priority }) => (priority ? PRIORITY_NAMES[priority] : NOT_RETURNED),
  },
  service: { name: 'Service', words: serviceWords },
  specialty: { name: 'Specialty', words: serviceWords },
  appointment: { name: 'Appointment', words: appointmentInFull },
  clinician: { name: 'Clinician', words: clinicianWords },
  'clinical-information': { name: 'Clinical information', words: clinicalInformationWords },
  related: {
    name: 'Related referrals',
    words: ({ related, advice }) =>
      [...related, ...(advice ?? [])].map(formatUbrn).join(', ') || 'None',
  },
};

function stateInFull(referral: Referral): string {
  const { reason, comments } = referral.state;
  return [stateWords(referral), reason && reasonWords(reason), comments].filter(Boolean).join('. ');
}

function appointmentInFull(referral: Referral): string {
  const { appointment } = referral;
  const reason = appointment?.reason;
  return [appointmentWords(referral), reason && reasonWords(reason), appointment?.comment]
    .filter(Boolean)
    .join('. ');
}

const SCAN: Readonly<Record<Letter['availability'], string>> = {
  AVAILABLE: 'Available',
  PENDING: 'Being checked',
  THREATS_FOUND: 'Threat found',
  VALIDATION_FAILED: 'Not valid',
};

/** Item, then, now, by whom: what differs on screen and nothing else. */
export function changeRow(change: ReferralChange, before: Referral, now: Referral): TableRow {
  const unknown = 'e-RS does not say who';
  switch (change.what) {
    case 'file-added':
      return {
        cells: ['File', 'Not there', strong(fileLine(change.now)), attachedWords(change.now)],
      };
    case 'file-removed':
      return { cells: ['File', fileLine(change.before), strong('No longer there'), unknown] };
    case 'file-changed': {
      const isScan = change.before.availability !== change.now.availability;
      const by = isScan ? 'e-RS finished checking it' : unknown;
      return { cells: ['File', fileLine(change.before), strong(fileLine(change.now)), by] };
    }
    default: {
      const { name, words } = PARTS[change.what];
      return { cells: [name, words(before), strong(words(now)), unknown] };
    }
  }
}

function fileLine(letter: Letter): string {
  const { name, availability } = letter;
  return [name, typeAndSize(letter), SCAN[availability]].filter(Boolean).join(', ');
}

function strong(words: string): TemplateResult {
  return html`<strong>${words}</strong>`;
}
