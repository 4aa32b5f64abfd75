import { recordDay } from '../record-system/record-dates.ts';
import type { RecordPatient } from '../record-system/record-system.ts';

/** Whose record is open, as this system shows it. */
export function bannerOf(record: RecordPatient): HTMLElement[] {
  const { family, given, title, birthDate, gender, nhsNumber } = record;
  const name = document.createElement('strong');
  name.textContent = `${family.toUpperCase()}, ${given} (${title})`;
  const number = nhsNumber.replaceAll(' ', '').replace(/(...)(...)(....)/, '$1 $2 $3');
  const facts = [
    ['Born', recordDay(birthDate)],
    ['Gender', gender],
    ['NHS No.', number],
  ];
  return [name, ...facts.map(([label = '', value = '']) => fact(label, value))];
}

function fact(label: string, value: string): HTMLElement {
  const element = document.createElement('span');
  const bold = document.createElement('b');
  bold.textContent = value;
  element.append(label, bold);
  return element;
}
