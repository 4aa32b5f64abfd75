import type { AdviceSent } from '../domain/advice.ts';
import type { WriteResult } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';

/** For the journal, in which a write ends with the UBRN that it named or was given. */
export function withUbrn(
  result: WriteResult<AdviceSent>,
): WriteResult<{ ubrn: Ubrn; sent: AdviceSent }> {
  if (result.outcome !== 'done') return result;
  const { value: sent } = result;
  return { outcome: 'done', value: { ubrn: sent.request.ubrn, sent } };
}
