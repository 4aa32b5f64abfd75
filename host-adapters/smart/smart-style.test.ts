import { describe, expect, it } from 'vitest';
import { TOKENS } from '../../src/ui/tokens.ts';
import {
  applySmartStyle,
  fetchSmartStyle,
  OUR_GROUNDS,
  OUR_INKS,
  readSmartStyle,
} from './smart-style.ts';

describe('the style of a record system', () => {
  it('becomes tokens of the widgets', () => {
    const style = readSmartStyle({
      color_background: '#fffdf7',
      color_text: '#1f1b24',
      color_highlight: '#004d99',
      color_error: '#a00',
      dim_font_size: '18px',
      font_family_body: "'Source Sans 3', sans-serif",
    });
    expect(style).toEqual({
      'colour-ground': '#fffdf7',
      'colour-text': '#1f1b24',
      'colour-brand': '#004d99',
      'colour-error': '#a00',
      'colour-error-text': '#a00',
      rem: '18px',
      'font-family': "'Source Sans 3', sans-serif",
    });
    const element = document.createElement('div');
    applySmartStyle(element, style);
    expect(element.style.getPropertyValue('--ers-colour-text')).toBe('#1f1b24');
  });

  it('leaves out colours that would be hard to read, on its ground and on ours', () => {
    expect(readSmartStyle({ color_text: '#8a8a8a' })).toEqual({});
    expect(readSmartStyle({ color_background: '#1f1b24' })).toEqual({});
    expect(readSmartStyle({ color_background: '#1f1b24', color_text: '#ffffff' })).toEqual({});
    expect(readSmartStyle({ color_highlight: '#ffeb3b' })).toEqual({});
  });

  it.each([
    { color_text: 'url(https://evil.example/x)' },
    { color_text: 'red;--ers-colour-ground:red' },
    { color_background: 'rgba(255,255,255,0)' },
    { font_family_body: 'x;background:url(//evil.example)' },
    { dim_font_size: '9px' },
    { dim_font_size: '90px' },
    { dim_font_size: '1rem' },
    { '--ers-colour-text': '#000000', color_modal_backdrop: '#000000' },
    { color_text: 7 },
    ['#000000'],
    null,
    'text',
  ])('takes nothing of %j', (style) => {
    expect(readSmartStyle(style)).toEqual({});
  });

  it('is measured against the grounds and inks that the widgets have', () => {
    for (const [name, value] of Object.entries({ ...OUR_GROUNDS, ...OUR_INKS })) {
      expect(TOKENS[name as keyof typeof TOKENS], name).toBe(value);
    }
  });

  it('is asked for over https alone, and never stops a launch', async () => {
    const never: typeof fetch = async () => {
      throw new Error('asked');
    };
    expect(await fetchSmartStyle('http://ehr.example/style.json', never)).toEqual({});
    expect(await fetchSmartStyle('https://ehr.example/style.json', never)).toEqual({});
    const gone: typeof fetch = async () => new Response('gone', { status: 404 });
    expect(await fetchSmartStyle('https://ehr.example/style.json', gone)).toEqual({});
  });

  it('is kept by its address, and asked for without cookies', async () => {
    let init: RequestInit | undefined;
    const style = await fetchSmartStyle('https://ehr.example/style.json', async (_url, given) => {
      init = given;
      return Response.json({ color_text: '#000000' });
    });
    expect(style).toEqual({ 'colour-text': '#000000' });
    expect(init).toMatchObject({ cache: 'force-cache', credentials: 'omit' });
  });
});
