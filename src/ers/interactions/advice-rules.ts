import { hasOtherLinks } from '../../domain/advice-text.ts';
import type { Rule } from './interaction.ts';
import { textRules } from './text-rules.ts';

/** Of a message: there, no longer than e-RS takes, and with links in their one shape alone. */
export function messageRules(field: string, text: string, limit: number): Rule[] {
  return [
    ...textRules(field, text, { limit, required: true }),
    { when: hasOtherLinks(text), refused: 'field-wrong', field },
  ];
}

/** What a file of a message may be refused for. */
export const MESSAGE_FAILURES = {
  // A file that is linked already.
  INVALID_STATE: 'file-in-use',
} as const;
