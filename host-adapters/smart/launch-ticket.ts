/** The proxy's one-use ticket, from the deployer's own server. No token of the record goes there. */
export async function askTicket(
  from: string | (() => Promise<string>),
  fetch: typeof globalThis.fetch,
): Promise<string> {
  if (typeof from === 'function') return from();
  const answer = await fetch(from, { method: 'POST', credentials: 'same-origin' });
  const body = answer.ok ? ((await answer.json()) as { ticket?: unknown } | null) : undefined;
  if (typeof body?.ticket !== 'string') throw new Error('The server gave no launch ticket.');
  return body.ticket;
}
