import { refuse } from '../../core/refusal.ts';
import { binaryId, uploadFile } from '../../core/upload-file.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { clinicalRoles, onBoth } from '../../http/interaction.ts';

/** Over HSCN every file has a request; on the platform one without is for a new advice request. */
function intendedUbrn({ request, variant }: Exchange): string | undefined {
  const name = variant.headers.referralId;
  const ubrn = request.headers.get(name);
  if (!ubrn && variant.dialect === 'api-platform') return undefined;
  if (!ubrn) return refuse('MISSING_VALUE', name, 'is missing.');
  return /^\d{12}$/.test(ubrn) ? ubrn : refuse('INVALID_VALUE', name, 'is not a UBRN.');
}

export const uploadBinary: Interaction = {
  id: 'A020',
  method: 'POST',
  on: onBoth({ paths: ['/Binary'], roles: clinicalRoles }),
  answer: async (exchange) => {
    const { core, caller, request, variant } = exchange;
    const { headers } = request;
    const file = uploadFile(core, caller, {
      ubrn: intendedUbrn(exchange),
      name: headers.get(variant.headers.fileName) ?? '',
      nameField: variant.headers.fileName,
      mediaType: (headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      bytes: new Uint8Array(await request.arrayBuffer()),
    });
    const Location = `Binary/${binaryId(file, variant.dialect)}`;
    return new Response(null, { status: 201, headers: { Location } });
  },
};
