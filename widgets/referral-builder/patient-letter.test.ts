import { afterEach, describe, expect, it } from 'vitest';
import type { PatientLetterState } from '../../src/flows/print-patient-letter.ts';
import { at, lettersState } from './sample-states.ts';
import { find, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

describe('the patient letter', () => {
  it.each([768, 1024, 1280])('moves nothing when it comes, at %i pixels', async (width) => {
    const { flow, builder, root } = await show({
      refer: { step: 'letters' },
      letters: { ...lettersState, documents: [] },
      patientLetter: { status: 'available' },
    });
    builder.style.width = `${width}px`;
    const top = (): number => find(root, '.ui-commit').getBoundingClientRect().top;
    const before = top();
    const states: PatientLetterState[] = [
      { status: 'fetching', since: at('09:46:00') },
      { status: 'ready', file: { name: 'a.pdf', bytes: new Blob() }, at: at('09:46:03') },
    ];
    for (const state of states) {
      flow.patientLetter?.become(state);
      await settled(builder);
      expect(top()).toBe(before);
    }
  });
});
