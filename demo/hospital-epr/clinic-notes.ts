import type { RecordPatient } from '../record-system/record-system.ts';

/** The clinic letter in the making, from which the clinician refers on. */
export function clinicNotes(
  { given }: RecordPatient,
  today: string,
  refer: () => void,
): HTMLElement {
  const notes = document.createElement('section');
  notes.className = 'notes';
  const heading = document.createElement('h1');
  heading.textContent = `Rapid access chest pain clinic, ${today}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'refer';
  button.textContent = 'Refer by e-RS';
  button.addEventListener('click', refer);
  notes.append(heading, ...NOTES.flatMap(([title, words]) => part(title, words(given))), button);
  return notes;
}

const NOTES: readonly [title: string, words: (given: string) => string][] = [
  ['Seen for', () => 'Chest pain on exertion, referred by the practice on 02-Oct-2026.'],
  [
    'Findings',
    (given) =>
      `Exercise test normal to stage 4. ${given} describes separate episodes of a fast, irregular heartbeat, twice with light-headedness.`,
  ],
  ['Opinion', () => 'No sign of coronary disease. Palpitations need looking into.'],
  ['Plan', () => 'Discharged from this clinic. Refer on to cardiology, arrhythmia.'],
];

function part(title: string, words: string): HTMLElement[] {
  const heading = document.createElement('h2');
  heading.textContent = title;
  const text = document.createElement('p');
  text.textContent = words;
  return [heading, text];
}
