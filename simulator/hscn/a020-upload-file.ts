import { refuse } from '../core/refusal.ts';
import { binaryId, uploadFile } from '../core/upload-file.ts';
import type { FhirInteraction } from './interaction.ts';
import { clinicalRoles } from './interaction.ts';

const ubrnHeader = 'X-ERS-XAPI-META-INTENDED_UBRN';

function intendedUbrn(request: Request): string {
  const ubrn = request.headers.get(ubrnHeader);
  if (!ubrn) return refuse('MISSING_VALUE', ubrnHeader, 'is missing.');
  return /^\d{12}$/.test(ubrn) ? ubrn : refuse('INVALID_VALUE', ubrnHeader, 'is not a UBRN.');
}

export const uploadBinary: FhirInteraction = {
  id: 'A020',
  kind: 'fhir',
  method: 'POST',
  paths: ['/Binary'],
  roles: clinicalRoles,
  answer: async ({ core, caller, request }) => {
    const { headers } = request;
    const file = uploadFile(core, caller, {
      ubrn: intendedUbrn(request),
      name: headers.get('X-ERS-XAPI-META-FILE_NAME') ?? '',
      mediaType: (headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      bytes: new Uint8Array(await request.arrayBuffer()),
    });
    return new Response(null, { status: 201, headers: { Location: `Binary/${binaryId(file)}` } });
  },
};
