import { html, nothing, type TemplateResult } from 'lit';
import type { Coded } from '../../src/domain/criteria.ts';
import type { LookUpField } from '../../src/flows/find-services.ts';
import { button } from '../../src/ui/button.ts';
import { fieldGroup } from '../../src/ui/field.ts';
import { radios } from '../../src/ui/radios.ts';
import { stopButton } from '../../src/ui/loading.ts';
import { textField } from '../../src/ui/text-field.ts';
import { stopping, type Screen } from './screen.ts';

interface LookUpWords {
  label: string;
  hint: string;
  /** What the code is, for a host that cannot look names up. */
  code: string;
  none: string;
}

const LOOK_UP_WORDS: Record<LookUpField, LookUpWords> = {
  clinicalTerm: {
    label: 'Clinical term',
    hint: 'A diagnosis, symptom or procedure.',
    code: 'A SNOMED CT code: a number of 6 to 18 digits. Names cannot be looked up here.',
    none: 'No clinical term was found for these words. Try others.',
  },
  namedClinician: {
    label: 'Named clinician',
    hint: 'A clinician of the providing service, by name.',
    code: 'An SDS user id: the 12 digits on the clinician’s smartcard. Names cannot be looked up here.',
    none: 'No clinician was found by this name. Try another spelling.',
  },
  referringClinician: {
    label: 'Referring clinician',
    hint: 'The clinician responsible for this referral, for whom you act.',
    code: 'An SDS user id: the 12 digits on the clinician’s smartcard. Names cannot be looked up here.',
    none: 'No clinician was found by this name. Try another spelling.',
  },
};

export interface LookUpOptions {
  field: LookUpField;
  value: Coded | undefined;
  error: string | undefined;
  onChoose: (value: Coded | undefined) => void;
}

/** Words are sought in the host and chosen from a list; where it has no list, the code is typed. */
export function lookUpField(screen: Screen, options: LookUpOptions): TemplateResult {
  const { lookUp } = screen.flow.find.state;
  const state = lookUp.status !== 'idle' && lookUp.field === options.field ? lookUp : undefined;
  if (state?.status === 'unavailable') return codeField(options);
  if (options.value && state?.status !== 'found') return chosen(screen, options);
  return searchField(screen, options);
}

function codeField({ field, value, error, onChoose }: LookUpOptions): TemplateResult {
  const { label, code } = LOOK_UP_WORDS[field];
  return textField({
    id: field,
    label: `${label}: code`,
    hint: code,
    error,
    value: value?.code ?? '',
    inputMode: 'numeric',
    onInput: (typed) => onChoose(typed.trim() ? { code: typed.replace(/\s/g, '') } : undefined),
  });
}

function chosen(screen: Screen, options: LookUpOptions): TemplateResult {
  const { field, value, error, onChoose } = options;
  const { label } = LOOK_UP_WORDS[field];
  const change = (): void => {
    onChoose(undefined);
    screen.focus(`#${field}`);
  };
  return fieldGroup(
    { id: field, label, error },
    html`<div class="chosen">
      <strong>${value?.display ?? 'Code'}</strong> <span class="ui-number">${value?.code}</span>
      ${button({ label: 'Change', about: label, kind: 'link', id: field, onPress: change })}
    </div>`,
  );
}

function searchField(screen: Screen, options: LookUpOptions): TemplateResult {
  const { field, error } = options;
  const { label, hint } = LOOK_UP_WORDS[field];
  const { lookUp } = screen.flow.find.state;
  const sought = screen.memory.sought[field] ?? '';
  const looking = lookUp.status === 'looking' && lookUp.field === field;
  const find = (): void => void screen.flow.find.actions.lookUp(field, sought);
  const stop = (): void => void screen.flow.find.actions.lookUp(field, '');
  return html`<div class="look-up" @keydown=${onEnter(find)}>
    ${textField({
      id: field,
      label,
      hint,
      error,
      value: sought,
      inputMode: 'search',
      onInput: (text) => screen.remember({ sought: { ...screen.memory.sought, [field]: text } }),
    })}
    ${button({
      label: 'Find',
      about: label.toLowerCase(),
      id: `${field}-find`,
      busy: looking ? 'Finding…' : undefined,
      onPress: find,
    })}
    ${looking ? stopButton(stopping(screen, { what: `finding the ${label.toLowerCase()}`, onPress: stop }, `#${field}-find`)) : nothing}
    ${found(screen, options)}
  </div>`;
}

function found(screen: Screen, options: LookUpOptions): TemplateResult {
  const { lookUp } = screen.flow.find.state;
  const { field, value, onChoose } = options;
  const list = lookUp.status === 'found' && lookUp.field === field ? lookUp.options : undefined;
  if (!list) return html`${nothing}`;
  if (list.length === 0) return html`<p>${LOOK_UP_WORDS[field].none}</p>`;
  return radios({
    id: `${field}-found`,
    label: 'Choose one',
    options: list.map(({ code, display }) => ({ value: code, label: display ?? code, hint: code })),
    value: value?.code,
    onChange: (code) => onChoose(list.find((option) => option.code === code)),
  });
}

/** Enter in a text field acts as the button beside it would. */
export function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.type !== 'text') return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
