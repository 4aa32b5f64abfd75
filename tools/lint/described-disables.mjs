/**
 * A suppression without a reason is refused: `eslint-disable-next-line rule -- why`.
 * @type {import('eslint').Rule.RuleModule}
 */
export const describedDisables = {
  meta: {
    type: 'problem',
    messages: { reason: 'Say why after two hyphens: eslint-disable-next-line rule -- why.' },
    schema: [],
  },
  create: (context) => ({
    Program() {
      for (const { value, loc } of context.sourceCode.getAllComments()) {
        const isDisable = /^\s*eslint-disable/.test(value);
        if (isDisable && loc && !/\s--\s+\S/.test(value))
          context.report({ loc, messageId: 'reason' });
      }
    },
  }),
};
