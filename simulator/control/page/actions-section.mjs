import { ask, attempt } from './calls.mjs';
import { element, section } from './element.mjs';
import { formFor } from './form.mjs';
import { fieldName } from './words.mjs';

/** @typedef {import('./request-detail.mjs').ActionForm} ActionForm */

/**
 * Everything that is not about one referral or one conversation.
 * @param {{ actions: readonly ActionForm[], refresh: () => Promise<void> }} page
 */
export function showActions({ actions, refresh }) {
  const shown = actions.map((action) =>
    element(
      'details',
      {},
      element('summary', {}, action.words),
      formFor({
        words: 'Do it',
        fields: action.fields,
        label: fieldName,
        submit: (answers) =>
          attempt(`${action.words}: done.`, async () => {
            await ask(`actions/${action.name}`, { method: 'POST', body: answers });
            await refresh();
          }),
      }),
    ),
  );
  section('actions').append(...shown);
}
