import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import { fileInRecord, filingOf, type Filing } from './document-reference.ts';
import type { Resource } from './record-server.ts';

const NOW = '2026-10-16T09:10:00.000Z' as Instant;
const note: Filing = { ubrn: '000000070000', title: 'Referral created', content: 'Créé' };

async function filed(
  answer: () => Promise<number>,
  filing = note,
  more: { grantedScope?: string; encounterId?: string } = {},
) {
  const documents: Resource[] = [];
  const { grantedScope, encounterId } = more;
  const result = await fileInRecord(filing, {
    facts: { patientId: 'p1', grantedScope, launch: { needPatientBanner: true, encounterId } },
    server: {
      read: async () => undefined,
      forget: () => undefined,
      create: async (resource) => {
        documents.push(resource);
        return answer();
      },
    },
    now: () => NOW,
  });
  return { status: result.status, documents };
}

const contentOf = (document: Resource | undefined) => {
  const [content] = document?.content as { attachment: { contentType: string; data: string } }[];
  const { contentType, data } = content?.attachment ?? { contentType: '', data: '' };
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return { contentType, text: new TextDecoder().decode(bytes) };
};

describe('what is filed in the record', () => {
  it('is a document of the launched patient, with the UBRN and the encounter', async () => {
    const { documents } = await filed(async () => 201, note, { encounterId: 'e1' });
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      resourceType: 'DocumentReference',
      status: 'current',
      subject: { reference: 'Patient/p1' },
      date: NOW,
      context: {
        encounter: [{ reference: 'Encounter/e1' }],
        related: [{ identifier: { system: 'https://fhir.nhs.uk/Id/UBRN', value: '000000070000' } }],
      },
    });
    expect(contentOf(documents[0])).toEqual({ contentType: 'text/plain', text: 'Créé' });
  });

  it('is the letter itself, byte for byte, where there is one', async () => {
    const bytes = new Blob(['%PDF-1.7 ü'], { type: 'application/pdf' });
    const ubrn = '000000070000' as Ubrn;
    const file = { name: 'letter.pdf', bytes };
    const filing = filingOf({ ubrn, kind: 'patient-letter', file });
    const { documents } = await filed(async () => 201, filing);
    const expected = { contentType: 'application/pdf', text: '%PDF-1.7 ü' };
    expect(contentOf(documents[0])).toEqual(expected);
  });

  it.each([
    [201, 'accepted'],
    [202, 'queued'],
    [404, 'unsupported'],
    [405, 'unsupported'],
    [401, 'rejected'],
    [422, 'rejected'],
    [500, 'rejected'],
  ])('answered with %i is %s', async (answer, status) => {
    expect((await filed(async () => answer)).status).toBe(status);
  });

  it('is rejected, and nothing is thrown, where the record does not answer', async () => {
    const { status } = await filed(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(status).toBe('rejected');
  });

  it.each([
    ['patient/Patient.read launch', false],
    ['patient/DocumentReference.read', false],
    ['patient/DocumentReference.rs', false],
    ['patient/DocumentReference.write', true],
    ['user/*.*', true],
    ['patient/DocumentReference.cruds', true],
  ])('is not sent where the granted scope "%s" has no place for it', async (grantedScope, may) => {
    const { status, documents } = await filed(async () => 201, note, { grantedScope });
    expect(status).toBe(may ? 'accepted' : 'unsupported');
    expect(documents).toHaveLength(may ? 1 : 0);
  });
});
