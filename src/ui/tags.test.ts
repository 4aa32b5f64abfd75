import { html as staticHtml } from 'lit/static-html.js';
import { describe, expect, it } from 'vitest';
import { showFixture } from './fixture-frame.ts';
import { tag } from './tags.ts';

describe('a tag in a template', () => {
  it('takes the prefix that the page gave it', async () => {
    const own = tag('slot-picker', 'old-ers');
    const frame = await showFixture(
      staticHtml`<${tag('slot-picker')}></${tag('slot-picker')}><${own}></${own}>`,
    );
    const names = [...frame.renderRoot.children].map(({ localName }) => localName);
    expect(names).toEqual(['ers-slot-picker', 'old-ers-slot-picker']);
  });
});
