import type { Instant } from '../../src/domain/instant.ts';
import type { WriteBackRequest, WriteBackResult } from '../../src/host/host-adapter.ts';
import { UBRN } from './identifiers.ts';
import type { LaunchFacts } from './launch-facts.ts';
import type { RecordServer, Resource } from './record-server.ts';

/** SMART scopes, version 1 and 2, that let us create a DocumentReference. */
const MAY_CREATE = /^(patient|user)\/(DocumentReference|\*)\.(write|\*|c[ruds]*)(\?|$)/;

const TITLES: Readonly<Record<WriteBackRequest['kind'], string>> = {
  'patient-letter': 'e-Referral: letter for the patient',
  'appointment-confirmation': 'e-Referral: appointment confirmation',
  'advice-conversation': 'e-Referral: advice and guidance conversation',
};

/** What is to be in the record: a file, or a sentence where there is none. */
export interface Filing {
  ubrn: string;
  title: string;
  content: Blob | string;
}

export interface FilingOptions {
  facts: Pick<LaunchFacts, 'patientId' | 'grantedScope' | 'launch'>;
  server: RecordServer;
  now: () => Instant;
}

export function filingOf({ ubrn, kind, file }: WriteBackRequest): Filing {
  const title = TITLES[kind];
  return { ubrn, title, content: file?.bytes ?? `${title}. UBRN ${ubrn}.` };
}

/**
 * Creates a DocumentReference in the launched patient's record. Never rejects: that a record did
 * not take a document says nothing of the referral, which e-RS has.
 */
export async function fileInRecord(
  filing: Filing,
  { facts, server, now }: FilingOptions,
): Promise<WriteBackResult> {
  const scopes = facts.grantedScope?.split(' ');
  if (scopes && !scopes.some((scope) => MAY_CREATE.test(scope))) return { status: 'unsupported' };
  try {
    return resultOf(await server.create(await documentOf(filing, facts, now())));
  } catch {
    return { status: 'rejected' };
  }
}

function resultOf(status: number): WriteBackResult {
  if (status === 200 || status === 201) return { status: 'accepted' };
  if (status === 202) return { status: 'queued' };
  return {
    status: status === 404 || status === 405 || status === 501 ? 'unsupported' : 'rejected',
  };
}

async function documentOf(
  { ubrn, title, content }: Filing,
  { patientId, launch }: FilingOptions['facts'],
  date: Instant,
): Promise<Resource> {
  const bytes = typeof content === 'string' ? new Blob([content], { type: 'text/plain' }) : content;
  const { encounterId } = launch;
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { text: title },
    subject: { reference: `Patient/${patientId}` },
    date,
    description: title,
    content: [
      {
        attachment: {
          contentType: bytes.type || 'application/pdf',
          title,
          data: await base64Of(bytes),
        },
      },
    ],
    context: {
      ...(encounterId && { encounter: [{ reference: `Encounter/${encounterId}` }] }),
      related: [{ identifier: { system: UBRN, value: ubrn } }],
    },
  };
}

function base64Of(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(new Error('The file cannot be read.')));
    reader.readAsDataURL(bytes);
  });
}
