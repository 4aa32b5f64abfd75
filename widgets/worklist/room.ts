/** How a list is laid out in the room that the element has. */
export type Room = 'blocks' | 'small' | 'medium' | 'wide';

export function roomFor(width: number): Room {
  if (width < 640) return 'blocks';
  if (width < 960) return 'small';
  return width < 1_200 ? 'medium' : 'wide';
}
