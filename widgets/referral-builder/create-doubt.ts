import { html, type TemplateResult } from 'lit';
import type { Instant } from '../../src/domain/instant.ts';
import { clinicalMoment } from '../../src/domain/uk-time.ts';
import type { CreatePhase } from '../../src/flows/create-referral.ts';
import type { Intent } from '../../src/journal/ports.ts';
import { message, type Reference } from '../../src/ui/message.ts';
import type { Screen } from './screen.ts';

/** A create of which nobody knows whether it made a referral. */
interface Doubt {
  sentAt: Instant;
  /** Its answer may still come. */
  awaited: boolean;
  /** The same here, after a reload and at the proxy; absent while it is on its way. */
  correlationId?: string | undefined;
}

export const DOUBT_TITLE = 'We do not know if the referral was made';

export function doubtsOf(phase: CreatePhase): readonly Doubt[] {
  if (phase.status === 'blocked') return phase.intents.map(doubtOf);
  if (phase.status !== 'unknown') return [];
  const { sentAt, problem } = phase;
  return [{ sentAt, awaited: false, correlationId: problem.correlationId }];
}

function doubtOf(intent: Intent): Doubt {
  const { sentAt, state } = intent;
  const correlationId = state === 'unknown' ? intent.problem.correlationId : intent.correlationId;
  return { sentAt, awaited: state === 'sending', correlationId };
}

/** Where this is so, nothing on screen may say that nothing was sent. */
export function isSentInDoubt({ flow }: Pick<Screen, 'flow'>): boolean {
  return doubtsOf(flow.create.state.phase).length > 0 || flow.state.earlier.status !== 'known';
}

/** The same words and the same reference wherever it shows. */
export function doubtMessage(doubts: readonly Doubt[], more?: TemplateResult): TemplateResult {
  const awaited = doubts.some((doubt) => doubt.awaited);
  const sent = doubts.map(({ sentAt }) => clinicalMoment(sentAt)).join(' and ');
  return message({
    kind: 'warn',
    title: awaited ? 'A referral for this patient is on its way to e-RS' : DOUBT_TITLE,
    content: html`It was sent once, ${sent},
      ${
        awaited
          ? 'and the answer is still awaited. This page goes on by itself when it comes.'
          : 'and the answer was lost.'
      } <strong>Do not create it again, here or in e-RS.</strong> ${more}`,
    references: doubts.flatMap(referenceOf),
    takesFocus: true,
  });
}

function referenceOf({ correlationId }: Doubt): Reference[] {
  return correlationId ? [{ label: 'Reference', value: correlationId }] : [];
}
