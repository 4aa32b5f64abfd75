import type { AdviceRequest } from '../../core/advice.ts';
import { changeAdviceElsewhere } from '../../core/advice-elsewhere.ts';
import type { Guidance } from '../../core/answer-advice.ts';
import { answerAdvice } from '../../core/answer-advice.ts';
import type { Core } from '../../core/core.ts';
import type { Service } from '../../core/model.ts';
import { reviewerOf } from './people.ts';

/** One conversation on its way. */
interface Conversation {
  core: Core;
  service: Service;
  advice: AdviceRequest;
}

type Turn = (conversation: Conversation) => void;

type Said = Pick<Guidance, 'guidance' | 'outcome' | 'recommendation'>;

function provider(said: Said): Turn {
  return ({ core, service, advice }) => {
    const wanted = { ...said, priority: advice.priority, files: [] };
    answerAdvice(core, reviewerOf(core, service), { advice, wanted });
  };
}

const askMore = provider({
  guidance: 'Please add the blood results of the last six months.',
  outcome: 'REQUIRE_FURTHER_INFORMATION',
});

const advise = provider({
  guidance: 'No referral is needed now. Please repeat the test in three months.',
  outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
  recommendation: 'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED',
});

function referrer(change: 'close' | 'cancel'): Turn {
  return ({ core, advice }) => changeAdviceElsewhere(core, advice, { change });
}

/** What was said after the question. */
export const adviceStages = {
  asked: [],
  'more-wanted': [askMore],
  answered: [advise],
  closed: [advise, referrer('close')],
  cancelled: [referrer('cancel')],
} as const satisfies Readonly<Record<string, readonly Turn[]>>;
export type AdviceStage = keyof typeof adviceStages;
