import { relative } from 'node:path';

const NOT_A_SUBJECT = /(^|\/)(utils?|helpers?|common|shared|types|lib|misc)(?=[/.])/;

/**
 * A file or folder is named for its subject.
 * @type {import('eslint').Rule.RuleModule}
 */
export const subjectNames = {
  meta: {
    type: 'problem',
    messages: { subject: 'Name a file and its folders for their subject, not “{{word}}”.' },
    schema: [],
  },
  create: (context) => ({
    Program(node) {
      const word = NOT_A_SUBJECT.exec(relative(context.cwd, context.filename))?.[2];
      if (word) context.report({ node, messageId: 'subject', data: { word } });
    },
  }),
};
