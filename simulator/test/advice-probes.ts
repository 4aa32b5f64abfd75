import type { Dialect } from '../core/model.ts';
import type { Desks } from './desks.ts';
import { operate, parametersOf, priority, text } from './desks.ts';
import type { Answer } from './hscn-caller.ts';
import { coding } from './hscn-caller.ts';
import type { Ask, Probes } from './probe.ts';
import { conversation } from './stages.ts';

async function answered(desks: Desks): Promise<string> {
  const ubrn = await conversation(desks);
  const body = parametersOf('eRS-SendCommunicationToRequester-Request-Parameters-1', [
    text('guidance', 'How long has it been there?'),
    coding('guidanceOutcome', 'eRS-GuidanceResponseOutcome-1', 'REQUIRE_FURTHER_INFORMATION'),
    priority('updatedPriority', 'ROUTINE'),
  ]);
  const name = 'sendCommunicationToRequester';
  await operate(desks.provider, 'CommunicationRequest', { ubrn, name, version: 1, body });
  return ubrn;
}

async function convert(desks: Desks): Promise<{ ubrn: string; answer: Answer }> {
  const ubrn = await conversation(desks);
  const reference = `CommunicationRequest/${ubrn}/_history/1`;
  const profile = 'eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1';
  const body = parametersOf(profile, [
    { name: 'createFrom', valueReference: { reference } },
    text('guidance', 'We take it from here'),
    priority('newReferralPriority', 'ROUTINE'),
    text('reviewComments', 'Book the skin clinic'),
  ]);
  const path = '/ReferralRequest/$ers.createFromCommunicationRequestActionLater';
  return { ubrn, answer: await desks.provider.call(path, { body }) };
}

const messagesOf =
  (stage: (desks: Desks) => Promise<string>): Ask =>
  async (desks) => {
    const ubrn = await stage(desks);
    const version = desks.simulator.core.advice.get(ubrn)?.version ?? 0;
    const based = `CommunicationRequest/${ubrn}/_history/${version}`;
    return desks.provider.call(`/Communication?${new URLSearchParams({ 'based-on': based })}`);
  };

const inBoth: Probes = {
  convertedKeepsVersion: { A027: async (desks) => (await convert(desks)).answer },
  guidanceEndsConversation: { A025: messagesOf(async (desks) => (await convert(desks)).ubrn) },
  newestMessageFirst: { A025: messagesOf(answered) },
};

/** Conversations, and what becomes of them. */
export const adviceProbes: Readonly<Record<Dialect, Probes>> = {
  hscn: inBoth,
  'api-platform': inBoth,
};
