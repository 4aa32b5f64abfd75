/** Tokens of the widgets by name, without `--ers-`. */
export type SmartStyle = Readonly<Record<string, string>>;

const SAFE_ADDRESS = /^(https:|http:\/\/localhost[:/])/;
const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const FONTS = /^[a-z0-9 ,'"-]{1,120}$/i;
const PIXELS = /^(\d{1,2}(?:\.\d+)?)px$/;
/** Clinical text is not made smaller than ours, nor so large that a panel holds none. */
const TEXT_SIZE = { least: 16, most: 24 };
/** WCAG 2.2, 1.4.3. */
const READABLE = 4.5;

/** Grounds that our text stands on, and inks that stand on a ground: src/ui/tokens.ts. */
export const OUR_GROUNDS = {
  'colour-ground': '#ffffff',
  'colour-ground-2': '#f0f4f5',
  'colour-error-ground': '#fdf1f0',
  'colour-warn-ground': '#fff8e1',
  'colour-ok-ground': '#eef7f1',
  'colour-info-ground': '#eef4fa',
} as const;
export const OUR_INKS = {
  'colour-text': '#212b32',
  'colour-text-2': '#4c6272',
  'colour-brand': '#005eb8',
  'colour-error-text': '#b01f14',
} as const;

/** Which tokens an ink of the record system becomes. Other keys have no meaning here. */
const INKS = {
  color_text: ['colour-text'],
  color_highlight: ['colour-brand'],
  color_error: ['colour-error', 'colour-error-text'],
} as const;

/**
 * `smart_style_url` → tokens. Takes what it knows and can check: a colour that would be hard to
 * read is left out, as is all that is not of its form. A style never stops a launch.
 */
export async function fetchSmartStyle(
  address: string | undefined,
  fetch: typeof globalThis.fetch,
): Promise<SmartStyle> {
  if (!address || !SAFE_ADDRESS.test(address)) return {};
  try {
    // Other content has another address, says SMART: what the browser has is good.
    const answer = await fetch(address, {
      cache: 'force-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(3_000),
    });
    return answer.ok ? readSmartStyle(await answer.json()) : {};
  } catch {
    return {};
  }
}

export function readSmartStyle(style: unknown): SmartStyle {
  if (typeof style !== 'object' || style === null) return {};
  const given = style as Readonly<Record<string, unknown>>;
  const ground = groundOf(given.color_background);
  const inks = Object.entries(INKS).flatMap(([key, names]) => {
    const colour = colourOf(given[key]);
    const grounds = [...Object.values(OUR_GROUNDS), ...Object.values(ground)];
    const isReadable = colour && grounds.every((under) => contrast(colour, under) >= READABLE);
    return isReadable ? names.map((name) => [name, colour] as const) : [];
  });
  const readable: SmartStyle = Object.fromEntries(inks);
  return { ...ground, ...readable, ...fontOf(given), ...textSizeOf(given) };
}

/** The tokens are properties of this element and of what is inside it. */
export function applySmartStyle(element: HTMLElement, style: SmartStyle): void {
  for (const [name, value] of Object.entries(style)) {
    element.style.setProperty(`--ers-${name}`, value);
  }
}

function groundOf(value: unknown): SmartStyle {
  const colour = colourOf(value);
  const isReadable =
    colour && Object.values(OUR_INKS).every((ink) => contrast(ink, colour) >= READABLE);
  return isReadable ? { 'colour-ground': colour } : {};
}

function fontOf({ font_family_body: font }: Readonly<Record<string, unknown>>): SmartStyle {
  return typeof font === 'string' && FONTS.test(font) ? { 'font-family': font } : {};
}

function textSizeOf({ dim_font_size: size }: Readonly<Record<string, unknown>>): SmartStyle {
  const pixels = Number(typeof size === 'string' ? PIXELS.exec(size)?.[1] : undefined);
  const fits = pixels >= TEXT_SIZE.least && pixels <= TEXT_SIZE.most;
  return fits ? { rem: `${pixels}px` } : {};
}

function colourOf(value: unknown): string | undefined {
  return typeof value === 'string' && COLOUR.test(value) ? value : undefined;
}

/** WCAG 2.2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = parseInt(long.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
