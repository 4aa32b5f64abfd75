import { describe, expect, it } from 'vitest';
import { byName, byUrl } from './grouped.ts';

describe('grouping', () => {
  it('goes by the last segment of a URL, whatever host is before it, and keeps repeats', () => {
    const [first, second] = [{ url: 'https://a/x/flow' }, { url: 'flow' }];
    expect(byUrl([first, { url: 'https://b/other' }, second])['flow']).toEqual([first, second]);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'takes %s for a name like any other',
    (name) => {
      const entry = { name };
      expect(byName([entry])[name]).toEqual([entry]);
      expect(byName([])[name]).toBeUndefined();
    },
  );
});
