import { priorities } from '../../core/model.ts';
import type { OutcomeWanted } from '../../core/record-review-outcome.ts';
import { recordableOutcomes, recordReviewOutcome } from '../../core/record-review-outcome.ts';
import { refuse } from '../../core/refusal.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, providerClinicians } from '../../http/interaction.ts';
import type { ParameterSet } from '../parameters.ts';
import { codeAmong, codeOf, readParameters, required, stringOf } from '../parameters.ts';
import { referralResponse } from '../referral-request.ts';
import { readJson } from '../request-body.ts';
import { wantedFiles } from '../wanted-files.ts';
import { referralToChange } from '../write-target.ts';

const file = 'reviewAttachmentFile';

/** Other codes of the system only appear in answers. */
function outcomeOf(set: ParameterSet): OutcomeWanted['outcome'] {
  const name = 'reviewOutcome';
  const code = required(codeOf(set, name, '/eRS-ReviewOutcome-1'), name);
  const known = recordableOutcomes.find((one) => one === code);
  return known ?? refuse('INAPPROPRIATE_VALUE', name, `is not to be recorded: ${code}.`);
}

function readOutcome(body: unknown): OutcomeWanted {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-RecordReviewOutcome-Parameters-1',
    names: ['reviewOutcome', 'reviewComments', 'reviewPriority', file],
    repeating: [file],
  });
  return {
    outcome: outcomeOf(set),
    comments: required(stringOf(set, 'reviewComments'), 'reviewComments'),
    priority: codeAmong(set, 'reviewPriority', { system: '/eRS-Priority-1', codes: priorities }),
    files: wantedFiles(set, { name: file, type: 'PROVIDER', wrong: 'INAPPROPRIATE_VALUE' }),
  };
}

export const recordOutcomeOfReview: Interaction = {
  id: 'A028',
  method: 'POST',
  on: onBoth({
    paths: ['/ReferralRequest/:ubrn/$ers.recordReviewOutcome'],
    roles: providerClinicians,
  }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = await readJson(request);
    const referral = referralToChange(exchange);
    recordReviewOutcome(core, caller, { referral, wanted: readOutcome(body) });
    return referralResponse(exchange, referral, 'A028');
  },
};
