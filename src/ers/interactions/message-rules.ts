import { hasOtherLinks } from '../../domain/advice-text.ts';
import { textRules, wrong, type Rule } from './rules.ts';

/** Of a message: there, no longer than e-RS takes, with links in their one shape alone (hscn.md §8). */
export function messageRules(field: string, text: string | undefined, limit: number): Rule[] {
  return [
    ...textRules(field, text, { limit, required: true }),
    wrong(field, hasOtherLinks(text ?? '')),
  ];
}
