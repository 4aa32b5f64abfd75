import { describe, expect, it } from 'vitest';
import { imageSize, isDrawable } from './image-size.ts';

const png = (width: number, height: number): Uint8Array<ArrayBuffer> => {
  const head = new Uint8Array(24);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(head.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return head;
};

describe('the size of a picture', () => {
  it('is read of a PNG, a GIF, and a JPEG behind its thumbnail', () => {
    expect(imageSize(png(640, 480))).toEqual({ width: 640, height: 480 });
    const gif = Uint8Array.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x80, 0x02, 0xe0, 0x01]);
    expect(imageSize(gif)).toEqual({ width: 640, height: 480 });
    const thumbnail = [0xff, 0xe1, 0x00, 0x04, 0xff, 0xc0];
    const frame = [0xff, 0xc2, 0x00, 0x11, 0x08, 0x01, 0xe0, 0x02, 0x80, 0x03];
    const jpeg = Uint8Array.from([0xff, 0xd8, ...thumbnail, ...frame]);
    expect(imageSize(jpeg)).toEqual({ width: 640, height: 480 });
  });

  it('is not known of anything else, nor of what breaks off', () => {
    expect(imageSize(new TextEncoder().encode('<svg width="1">'))).toBeUndefined();
    expect(imageSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0x00]))).toBeUndefined();
    expect(imageSize(new Uint8Array(0))).toBeUndefined();
  });

  it('is drawable up to 40 million pixels', () => {
    expect(isDrawable({ width: 8000, height: 5000 })).toBe(true);
    expect(isDrawable({ width: 50_000, height: 50_000 })).toBe(false);
    expect(isDrawable({ width: 0, height: 5000 })).toBe(false);
  });
});
