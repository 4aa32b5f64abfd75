import { element } from './element.mjs';
import { knownIdsFor } from './known-ids.mjs';
import { leftOpen } from './words.mjs';

/**
 * @typedef {import('../reading.ts').FieldShape & { name: string }} Shape
 * @typedef {Record<string, string | number | boolean>} Answers
 */

let serial = 0;

/**
 * @param {Shape} shape
 * @param {string} id
 * @returns {HTMLInputElement | HTMLSelectElement}
 */
function controlFor({ name, kind, words = [], labels = {}, least, optional }, id) {
  const given = { id, name, required: !optional, list: knownIdsFor(name) };
  if (kind === 'choice') {
    const choices = words.map((word) => {
      const label = labels[word];
      return element('option', { value: word }, label ? `${word} ${label}` : word);
    });
    const none = optional && element('option', { value: '' }, leftOpen(name));
    return element('select', given, none, ...choices);
  }
  if (kind === 'flag') return element('input', { id, name, type: 'checkbox' });
  if (kind === 'number') return element('input', { ...given, type: 'number', min: least, step: 1 });
  return element('input', { ...given, type: 'text', autocomplete: 'off', spellcheck: 'false' });
}

/**
 * @param {Shape} shape
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @returns {string | number | boolean | undefined} undefined where it is left open
 */
function answerOf({ kind }, control) {
  if (kind === 'flag')
    return control instanceof HTMLInputElement && control.checked ? true : undefined;
  if (control.value === '') return undefined;
  return kind === 'number' ? Number(control.value) : control.value;
}

/**
 * A form for the fields that an action or a fault takes.
 * @param {object} wanted
 * @param {string} wanted.words what its button says
 * @param {readonly Shape[]} wanted.fields
 * @param {(name: string) => string} wanted.label
 * @param {(answers: Answers) => Promise<void>} wanted.submit
 * @returns {HTMLFormElement}
 */
export function formFor({ words, fields, label, submit }) {
  const controls = fields.map((shape) => {
    const id = `field-${(serial += 1)}`;
    const control = controlFor(shape, id);
    const open = shape.optional && shape.kind !== 'flag' ? ' (optional)' : '';
    const named = element('label', { for: id }, `${label(shape.name)}${open}`);
    const order = shape.kind === 'flag' ? [control, named] : [named, control];
    return { shape, control, field: element('div', { class: `field ${shape.kind}` }, ...order) };
  });
  const form = element(
    'form',
    {},
    ...controls.map(({ field }) => field),
    element('button', { type: 'submit' }, words),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    /** @type {Answers} */
    const answers = {};
    for (const { shape, control } of controls) {
      const answer = answerOf(shape, control);
      if (answer !== undefined) answers[shape.name] = answer;
    }
    void submit(answers);
  });
  return form;
}
