/**
 * Asks the simulator; rejects with its sentence where it refuses.
 * @template Answer
 * @param {string} path under `/__simulator/`
 * @param {{ method?: string, body?: unknown }} [call]
 * @returns {Promise<Answer>}
 */
export async function ask(path, { method, body } = {}) {
  const answer = await fetch(path, {
    ...(method && { method }),
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const content = /** @type {unknown} */ (await answer.json());
  if (answer.ok) return /** @type {Answer} */ (content);
  throw new Error(/** @type {{ error: string }} */ (content).error);
}

/**
 * Says to everybody, screen readers too, what came of something that the user did.
 * @param {string} sentence
 * @param {'done' | 'wrong'} [tone]
 */
export function say(sentence, tone = 'done') {
  const said = document.getElementById('said');
  if (!said) return;
  said.textContent = sentence;
  said.dataset['tone'] = tone;
}

/**
 * Does what a button asks for and says what came of it.
 * @param {string} sentence when it was done
 * @param {() => Promise<unknown>} act
 */
export async function attempt(sentence, act) {
  try {
    await act();
    say(sentence);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), 'wrong');
  }
}
