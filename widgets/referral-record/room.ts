/** Four panes, three, or one of tabs above the decision. */
export type Room = 'four-panes' | 'three-panes' | 'tabs';

export function roomFor(width: number): Room {
  if (width < 960) return 'tabs';
  return width < 1280 ? 'three-panes' : 'four-panes';
}
