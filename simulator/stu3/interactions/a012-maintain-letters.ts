import type { WantedFile } from '../../core/attachments.ts';
import { replaceLetters } from '../../core/replace-letters.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles, referrers } from '../../http/interaction.ts';
import { readParameters } from '../parameters.ts';
import { referralResponse } from '../referral-request.ts';
import type { JsonObject } from '../request-body.ts';
import { readJson } from '../request-body.ts';
import { wantedFiles } from '../wanted-files.ts';
import { referralToChange } from '../write-target.ts';

const name = 'referralLetterFile';
const paths = ['/ReferralRequest/:ubrn/$ers.maintainReferralLetter'];

function readLetters(body: JsonObject): WantedFile[] {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-MaintainReferralLetter-Parameters-1',
    names: [name],
    repeating: [name],
  });
  return wantedFiles(set, { name, type: 'REFERRER', wrong: 'INVALID_VALUE' });
}

export const maintainReferralLetter: Interaction = {
  id: 'A012',
  method: 'POST',
  on: { hscn: { paths, roles: clinicalRoles }, 'api-platform': { paths, roles: referrers } },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = await readJson(request);
    const referral = referralToChange(exchange);
    replaceLetters(core, caller, { referral, wanted: readLetters(body) });
    return referralResponse(exchange, referral, 'A012');
  },
};
