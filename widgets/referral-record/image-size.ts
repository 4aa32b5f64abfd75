interface ImageSize {
  width: number;
  height: number;
}

/** Pixels: a picture of more is not drawn, as a small file may unpack to any number. */
const MOST_PIXELS = 40_000_000;

export function isDrawable({ width, height }: ImageSize): boolean {
  const pixels = width * height;
  return pixels > 0 && pixels <= MOST_PIXELS;
}

/**
 * How large a PNG, JPEG or GIF is, by its own first bytes, whatever it is called. `undefined`: it is
 * none of these, or its size is not among them.
 */
export function imageSize(head: Uint8Array<ArrayBuffer>): ImageSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47]) && head.length >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (startsWith(head, [0x47, 0x49, 0x46, 0x38]) && head.length >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  return startsWith(head, [0xff, 0xd8, 0xff]) ? jpegSize(view) : undefined;
}

export function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** In the first frame header; what is before it, such as a thumbnail, is passed over. */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** C0 to CF, but for tables and reserved ones (ITU T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
