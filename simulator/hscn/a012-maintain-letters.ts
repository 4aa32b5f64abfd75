import {
  referralOf,
  requireRelationship,
  requireUnlocked,
  requireVersion,
} from '../core/referrals.ts';
import { refuse } from '../core/refusal.ts';
import type { WantedLetter } from '../core/replace-letters.ts';
import { replaceLetters } from '../core/replace-letters.ts';
import { ifMatchVersion } from './if-match.ts';
import type { FhirInteraction } from './interaction.ts';
import { clinicalRoles } from './interaction.ts';
import { partsOf, readParameters } from './parameters.ts';
import { referralResponse } from './referral-request.ts';
import type { JsonObject } from './request-body.ts';
import { isObject, objectsOf, readJson, requireResource, textOf } from './request-body.ts';

const parameter = 'referralLetterFile';

function attachmentType(document: JsonObject): unknown {
  const type = document['type'];
  const coding = isObject(type) ? objectsOf(type, 'coding', `${parameter}.type`)[0] : undefined;
  return coding?.['code'];
}

function binaryIdOf(document: JsonObject): string {
  const field = `${parameter}.content.attachment.url`;
  const content = objectsOf(document, 'content', `${parameter}.content`)[0];
  const url = textOf(content?.['attachment'], 'url', field);
  if (!url) return refuse('MISSING_VALUE', field, 'is missing.');
  return /^Binary\/(att-\d+-\d+)$/.exec(url)?.[1] ?? refuse('INVALID_VALUE', field, 'is no file.');
}

function readLetter(part: JsonObject): WantedLetter {
  const document = requireResource(part['resource'], 'DocumentReference', parameter);
  if (document['status'] !== 'current') {
    refuse('INVALID_VALUE', `${parameter}.status`, 'is not current.');
  }
  if (attachmentType(document) !== 'REFERRER') {
    refuse('INVALID_VALUE', `${parameter}.type`, 'is not REFERRER.');
  }
  const indexed = textOf(document, 'indexed', `${parameter}.indexed`);
  if (!indexed) refuse('MISSING_VALUE', `${parameter}.indexed`, 'is missing.');
  return {
    binaryId: binaryIdOf(document),
    description: textOf(document, 'description', `${parameter}.description`),
  };
}

function readLetters(body: JsonObject): WantedLetter[] {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-MaintainReferralLetter-Parameters-1',
    names: [parameter],
    repeating: [parameter],
  });
  return partsOf(set, parameter).map(readLetter);
}

export const maintainReferralLetter: FhirInteraction = {
  id: 'A012',
  kind: 'fhir',
  method: 'POST',
  paths: ['/ReferralRequest/:ubrn/$ers.maintainReferralLetter'],
  roles: clinicalRoles,
  answer: async ({ core, caller, request, path }) => {
    const body = await readJson(request);
    const referral = referralOf(core, path['ubrn'] ?? '');
    const version = ifMatchVersion(request);
    requireUnlocked(core, referral);
    requireVersion(referral, version);
    requireRelationship(core, referral, caller);
    replaceLetters(core, caller, { referral, wanted: readLetters(body) });
    return referralResponse(core, referral, 'A012');
  },
};
