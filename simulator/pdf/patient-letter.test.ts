import { expect, it } from 'vitest';
import { book, createBody, firstSlot, logIn, newUbrn } from '../test/hscn-caller.ts';
import { pageCount, pdfText } from '../test/pdf-text.ts';
import { patientLetterPdf } from './patient-letter.ts';

it('prints the reference, the access code, the patient number and how to book each service', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller, createBody(['70002', '70004']));
  const { core } = caller.simulator;
  const referral = core.referrals.get(ubrn);
  if (!referral) throw new Error('No referral was created.');
  const pdf = patientLetterPdf(core, referral);
  expect(Buffer.from(pdf).toString('latin1').startsWith('%PDF-')).toBe(true);
  const text = pdfText(pdf);
  for (const expected of [
    'Training system. Not a real patient.',
    '0000 4928 3317',
    referral.accessCode,
    '999 012 3454',
    'Arrhythmia Clinic, Cardiology, Northmoor General Hospital',
    'Phone the service to book: 03069 990104',
  ]) {
    expect(text).toContain(expected);
  }
});

it('confirms what is booked, in London time', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const slot = await firstSlot(caller);
  await book(caller, { ubrn, version: 3, slot });
  const { core } = caller.simulator;
  const referral = core.referrals.get(ubrn);
  if (!referral) throw new Error('No referral was created.');
  const hour = new Date(slot.start).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });
  const text = pdfText(patientLetterPdf(core, referral));
  expect(text).toContain('Your appointment is booked.');
  expect(text).toContain(hour);
  expect(text).not.toContain('Nothing is booked');
});

it('says TRAINING on every page, twice', async () => {
  const caller = await logIn();
  const { core } = caller.simulator;
  const referral = core.referrals.get(await newUbrn(caller));
  if (!referral) throw new Error('No referral was created.');
  const shortlist = [...core.directory.services.keys()].slice(0, 40);
  const pdf = patientLetterPdf(core, { ...referral, shortlist });
  expect(pageCount(pdf)).toBeGreaterThan(1);
  expect(pdfText(pdf).match(/^TRAINING/gm)).toHaveLength(2 * pageCount(pdf));
});

it('is sent as an attachment', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const path = `/ReferralRequest/${ubrn}/$ers.generatePatientLetter`;
  const { headers } = await caller.call(path, { method: 'POST' });
  expect(headers.get('Content-Type')).toBe('application/pdf');
  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename=".+\.pdf"$/);
});
