/**
 * The name in a `Content-Disposition`, without any folders that a server might put before it. The
 * form with its encoding said (`filename*=UTF-8''…`) comes before the plain one, which the platform
 * may fill with an encoded word (`=?UTF-8?…?=`) that is no name.
 */
export function fileNameIn(disposition = ''): string | undefined {
  const [, extended] = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition) ?? [];
  const [, quoted, bare] = /filename\s*=\s*(?:"([^"]*)"|([^";\s]+))/i.exec(disposition) ?? [];
  const plain = quoted ?? bare;
  const name = decoded(extended) ?? (plain?.startsWith('=?') ? undefined : plain);
  return name?.split(/[/\\]/).at(-1)?.trim() || undefined;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
