import type { FileContent } from '../../src/domain/letter.ts';
import { SHOWN } from './file-list.ts';

/** Links to bytes that are in memory only. They end when they are revoked, at the latest by a blank. */
export class FileLinks {
  private readonly links = new Map<Blob, string>();

  /** Of a kind that could run in this page's origin only the bytes are given, to be saved. */
  linkTo({ bytes, mediaType }: Pick<FileContent, 'bytes' | 'mediaType'>): string {
    const known = this.links.get(bytes);
    if (known) return known;
    const type = SHOWN.includes(mediaType) ? mediaType : 'application/octet-stream';
    const link = URL.createObjectURL(new Blob([bytes], { type }));
    this.links.set(bytes, link);
    return link;
  }

  revokeAll(): void {
    for (const link of this.links.values()) URL.revokeObjectURL(link);
    this.links.clear();
  }
}
