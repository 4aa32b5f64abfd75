import { plainMediaType } from '../../src/domain/file-rules.ts';
import { imageSize, isDrawable, startsWith } from './image-size.ts';

/** How a file can be looked at. What may run anything is never shown here, but downloaded. */
export type Preview =
  | { kind: 'reading' }
  | { kind: 'image'; canvas: HTMLCanvasElement }
  | { kind: 'text'; text: string }
  /** In a tab of its own, where the browser or the workstation shows it. */
  | { kind: 'pdf'; url: string }
  | { kind: 'download'; url: string; why: 'type' | 'too-large' | 'broken' };

interface Readable {
  mediaType: string;
  bytes: Blob;
}

/** Bytes: enough for a picture's size behind what a camera writes before it. */
const HEAD = 256 * 1024;

/** Bytes: a longer text is downloaded. */
const LONGEST_TEXT = 500 * 1024;

const READING: Preview = { kind: 'reading' };

/** Looks into files that are in memory; their links end with `forget`, at the latest by a blank. */
export class Previews {
  private readonly known = new Map<Blob, Preview>();
  private readonly links: string[] = [];

  constructor(private readonly onReady: () => void) {}

  of(file: Readable): Preview {
    const known = this.known.get(file.bytes);
    if (known) return known;
    this.known.set(file.bytes, READING);
    void this.read(file);
    return READING;
  }

  forget(): void {
    for (const link of this.links) URL.revokeObjectURL(link);
    this.links.length = 0;
    this.known.clear();
  }

  private async read(file: Readable): Promise<void> {
    const look = await lookAt(file).catch((): Look => ({ kind: 'download', why: 'broken' }));
    if (!this.known.has(file.bytes)) return;
    this.known.set(file.bytes, this.linked(look, file));
    this.onReady();
  }

  /** The type of the link is ours, so that nothing opens as a page that calls itself one. */
  private linked(look: Look, { bytes }: Readable): Preview {
    if (look.kind === 'image' || look.kind === 'text') return look;
    const type = look.kind === 'pdf' ? 'application/pdf' : 'application/octet-stream';
    const url = URL.createObjectURL(new Blob([bytes], { type }));
    this.links.push(url);
    return { ...look, url };
  }
}

type Look =
  | Extract<Preview, { kind: 'image' | 'text' }>
  | { kind: 'pdf' }
  | { kind: 'download'; why: 'type' | 'too-large' | 'broken' };

const PDF = [0x25, 0x50, 0x44, 0x46];

async function lookAt({ bytes, mediaType }: Readable): Promise<Look> {
  const head = new Uint8Array(await bytes.slice(0, HEAD).arrayBuffer());
  if (startsWith(head, PDF)) return { kind: 'pdf' };
  const size = imageSize(head);
  if (size) return isDrawable(size) ? drawn(bytes) : { kind: 'download', why: 'too-large' };
  if (plainMediaType(mediaType) !== 'text/plain') return { kind: 'download', why: 'type' };
  if (bytes.size > LONGEST_TEXT) return { kind: 'download', why: 'too-large' };
  return { kind: 'text', text: await bytes.text() };
}

/** Drawn, not linked to: a host's page need not allow pictures from memory. */
async function drawn(bytes: Blob): Promise<Look> {
  const bitmap = await createImageBitmap(bytes);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { kind: 'image', canvas };
}
