import { refuse } from './refusal.ts';

/** A text of a person that is there is not over the length that e-RS takes. */
export function requireText(field: string, text: string | undefined, longest: number): void {
  if ((text?.length ?? 0) > longest) {
    refuse('INVALID_VALUE', field, `is over ${longest} characters.`);
  }
}
