import type { AdviceMessage, AdviceRequest } from './advice.ts';
import type { Letter } from './letter.ts';

/** A request for advice with its messages, oldest first: what is on screen. */
export interface AdviceThread {
  request: AdviceRequest;
  messages: readonly AdviceMessage[];
}

/** What is shown of a request and may differ between two readings of it. */
export type AdvicePart = 'category' | 'priority' | 'agreement' | 'service' | 'specialty';

export type AdviceChange =
  | { what: AdvicePart }
  | { what: 'message-added'; now: AdviceMessage }
  | { what: 'file-added'; now: Letter }
  | { what: 'file-removed'; before: Letter };

const PARTS: Readonly<Record<AdvicePart, (request: AdviceRequest) => readonly unknown[]>> = {
  category: ({ status, category }) => [status, category],
  priority: ({ priority }) => [priority],
  agreement: ({ mayConvert }) => [mayConvert],
  service: ({ service }) => [service.id],
  specialty: ({ specialty }) => [specialty?.code],
};

/**
 * What differs between two readings. None where e-RS has but raised the version: then nobody is said
 * to have changed anything.
 */
export function adviceChanges(before: AdviceThread, now: AdviceThread): AdviceChange[] {
  const parts = (Object.keys(PARTS) as AdvicePart[]).filter(
    (what) =>
      JSON.stringify(PARTS[what](before.request)) !== JSON.stringify(PARTS[what](now.request)),
  );
  return [
    ...newMessages(before.messages, now.messages).map((message) => ({
      what: 'message-added' as const,
      now: message,
    })),
    ...parts.map((what) => ({ what })),
    ...without(now.request.files, before.request.files).map((file) => ({
      what: 'file-added' as const,
      now: file,
    })),
    ...without(before.request.files, now.request.files).map((file) => ({
      what: 'file-removed' as const,
      before: file,
    })),
  ];
}

/** Those that were not there before, by their ids: clocks of different machines tell less. */
export function newMessages(
  before: readonly AdviceMessage[],
  now: readonly AdviceMessage[],
): AdviceMessage[] {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id));
}

function without(files: readonly Letter[], others: readonly Letter[]): Letter[] {
  const known = new Set(others.map(({ url }) => url));
  return files.filter(({ url }) => !known.has(url));
}
