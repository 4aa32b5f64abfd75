/** How slots can be laid out in the room that the element has. */
export type Room = 'list' | '5-days' | '7-days';

export function roomFor(width: number): Room {
  if (width < 768) return 'list';
  return width < 1024 ? '5-days' : '7-days';
}
