import type { Rule } from './interaction.ts';

interface TextRule {
  /** Characters. */
  limit: number;
  required: boolean;
}

/** That a text is there where e-RS wants one, and no longer than it takes. */
export function textRules(
  field: string,
  text: string | undefined,
  { limit, required }: TextRule,
): Rule[] {
  return [
    { when: required && !text?.trim(), refused: 'field-required', field },
    { when: (text?.length ?? 0) > limit, refused: 'field-wrong', field },
  ];
}
