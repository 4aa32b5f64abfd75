import type { AdviceRequest } from './advice.ts';
import { requireAdviceRelationship } from './advice.ts';
import { adviceAttachmentsOf, attachmentsOf } from './attachments.ts';
import type { Core } from './core.ts';
import type { Attachment, Caller, Referral, StoredFile } from './model.ts';
import { requireRelationship } from './referrals.ts';
import { refuse } from './refusal.ts';
import { availabilityOf } from './scan.ts';
import { findFile } from './upload-file.ts';

const MOST_BYTES = 5_242_880;

interface Holders {
  referral?: Referral | undefined;
  advice?: AdviceRequest | undefined;
}

function holds(attachments: readonly Attachment[], file: StoredFile): boolean {
  return attachments.some((attachment) => attachment.file === file);
}

function holdersOf(core: Core, file: StoredFile): Holders {
  const referral = core.referrals.get(file.ubrn ?? '');
  const advice = core.advice.get(file.ubrn ?? '');
  return {
    referral: referral && holds(attachmentsOf(referral), file) ? referral : undefined,
    advice: advice && holds(adviceAttachmentsOf(advice), file) ? advice : undefined,
  };
}

/** Who may read the request may read its files; a file that nothing shows yet only its uploader's side. */
function requireAccess(core: Core, caller: Caller, file: StoredFile): void {
  const { referral, advice } = holdersOf(core, file);
  if (referral) requireRelationship(core, referral, caller);
  else if (advice) requireAdviceRelationship(core, advice, caller);
  else if (!core.switches.unlinkedFileForUploader || file.organisation !== caller.odsCode) {
    refuse('NO_RELATIONSHIP', 'id', 'is not a file of your organisation.');
  }
}

/** A006 and A042: the bytes, unless the scan keeps them back; over HSCN there is no word of one. */
export function readFile(core: Core, caller: Caller, id: string): StoredFile {
  const file = findFile(core, id) ?? refuse('NO_SUCH_REQUEST', 'id', `names no file: ${id}.`);
  requireAccess(core, caller, file);
  const availability = availabilityOf(core, file);
  if (caller.dialect === 'api-platform' && availability !== 'AVAILABLE') {
    refuse(availability, 'id', 'is not to be had: the scan has not passed it.');
  }
  return file;
}

/** A006 alone: larger files are for its successor. */
export function requireSmall(file: StoredFile): void {
  if (file.bytes.length > MOST_BYTES) refuse('FILE_SIZE_ERROR', 'id', 'is over 5 MB.');
}
