/** `ReferralRequest/000049283317/_history/8`, whatever base may stand before it. */
export interface VersionedReference {
  type: string;
  id: string;
  version?: string | undefined;
}

const REFERENCE =
  /(?:^|\/)([A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/([A-Za-z0-9.-]{1,64}))?$/;

export function parseReference(text: string): VersionedReference | undefined {
  const [, type, id, version] = REFERENCE.exec(text) ?? [];
  return type && id ? { type, id, version } : undefined;
}
