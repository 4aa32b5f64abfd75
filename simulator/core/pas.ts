/** How the hospital's patient administration system (PAS) answers the next booking. */
export type PasAnswer =
  'confirms' | 'not-responding' | 'books-but-not-responding' | 'error' | 'slot-gone';

export interface Pas {
  /** One-shot: read by the next booking that reaches the PAS. */
  next: PasAnswer;
}

export function takeAnswer(pas: Pas): PasAnswer {
  const answer = pas.next;
  pas.next = 'confirms';
  return answer;
}
