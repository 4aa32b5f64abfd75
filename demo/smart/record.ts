import type { DocumentReference } from 'fhir/r4';
import { recordDay } from '../record-system/record-dates.ts';
import type { RecordPatient } from '../record-system/record-system.ts';

// The record system's own page: it opens an app for the patient whose record is open.

interface Desk {
  patients: RecordPatient[];
  user: { name: string };
  organisation: { name: string };
}

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox';

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

const desk = await ask<Desk>('/desk');
const patients = byId('patients') as HTMLSelectElement;

/** One launch for each press: it works once. */
async function launchAddress(): Promise<string> {
  const body = JSON.stringify({ patientId: patients.value });
  const headers = { 'content-type': 'application/json' };
  return (await ask<{ address: string }>('/launches', { method: 'POST', headers, body })).address;
}

async function openHere(): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = 'e-Referral';
  frame.setAttribute('sandbox', SANDBOX);
  frame.src = await launchAddress();
  byId('app').replaceChildren(frame);
}

async function openWindow(): Promise<void> {
  open(await launchAddress(), '_blank', 'noopener');
}

/** Another page of the same app, launched in the same way. */
async function openConformance(): Promise<void> {
  const address = new URL(await launchAddress());
  address.pathname = '/conformance/launch';
  open(address, '_blank', 'noopener');
}

async function showDocuments(): Promise<void> {
  const filed = await ask<DocumentReference[]>(`/documents/${patients.value}`);
  const items = filed.map(({ description, content }) => {
    const item = document.createElement('li');
    item.textContent = `${description ?? ''} (${content[0]?.attachment.contentType ?? ''})`;
    return item;
  });
  byId('documents').replaceChildren(...items);
}

function showRecord(): void {
  const record = desk.patients.find(({ id }) => id === patients.value);
  if (!record) return;
  const facts = [
    `${record.family.toUpperCase()}, ${record.given} (${record.title})`,
    `Born ${recordDay(record.birthDate)}`,
    `Gender ${record.gender}`,
    `NHS No. ${record.nhsNumber.replace(/\b(\d{3})(\d{3})(\d{4})\b/g, '$1 $2 $3') || 'none'}`,
  ].map((fact) => {
    const span = document.createElement('span');
    span.textContent = fact;
    return span;
  });
  byId('banner').replaceChildren(...facts);
  // The app was opened for the former patient: it goes with their record.
  byId('app').replaceChildren();
  void showDocuments();
}

for (const { id, family, given, title } of desk.patients) {
  patients.append(new Option(`${family.toUpperCase()}, ${given} (${title})`, id));
}
byId('user').textContent = `${desk.user.name} | ${desk.organisation.name}`;
patients.addEventListener('change', showRecord);
byId('refer').addEventListener('click', () => void openHere());
byId('refer-window').addEventListener('click', () => void openWindow());
byId('conformance').addEventListener('click', () => void openConformance());
byId('refresh').addEventListener('click', () => void showDocuments());
showRecord();
