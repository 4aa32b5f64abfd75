import { expect, it } from 'vitest';
import { createBody, logIn, newUbrn } from '../test/hscn-caller.ts';
import { patientLetterPdf } from './patient-letter.ts';

/** pdfkit writes text as hexadecimal pieces between kerning numbers. */
function textOf(pdf: string): string {
  return [...pdf.matchAll(/\[(.*?)\] TJ/g)]
    .map(([, line = '']) =>
      [...line.matchAll(/<([0-9a-f]+)>/g)]
        .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
        .join(''),
    )
    .join('\n');
}

it('prints the reference, the access code, the patient number and how to book each service', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller, createBody(['70002', '70004']));
  const { core } = caller.simulator;
  const referral = core.referrals.get(ubrn);
  if (!referral) throw new Error('No referral was created.');
  const pdf = Buffer.from(await patientLetterPdf(core, referral)).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  const text = textOf(pdf);
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

it('is sent as an attachment', async () => {
  const caller = await logIn();
  const ubrn = await newUbrn(caller);
  const path = `/ReferralRequest/${ubrn}/$ers.generatePatientLetter`;
  const { headers } = await caller.call(path, { method: 'POST' });
  expect(headers.get('Content-Type')).toBe('application/pdf');
  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename=".+\.pdf"$/);
});
