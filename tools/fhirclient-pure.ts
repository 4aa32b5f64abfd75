import type { Plugin } from 'vite';

// fhirclient comes as CommonJS that reaches for Node and for polyfills of old browsers. Its own
// "pure" build swaps the same places, but puts a global on the page (decision 0011).
const SWAPS = [
  ['typeof FHIRCLIENT_PURE !== "undefined" ? window : require("cross-fetch")', 'window'],
  ['require("debug")', '(() => Object.assign(() => {}, { extend: () => () => {} }))'],
  ['process.env.NODE_ENV', '"production"'],
] as const;

/** Takes from fhirclient what a browser of today has itself. Fails when its code has changed. */
export function fhirclientPure(): Plugin {
  return {
    name: 'fhirclient-pure',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/node_modules/fhirclient/lib/')) return undefined;
      const pure = SWAPS.reduce((text, [from, to]) => text.replaceAll(from, to), code);
      const left = /require\("(?!\.)[^"]+"\)|\bprocess\./.exec(pure);
      if (left) this.error(`fhirclient still needs ${left[0]}`);
      return { code: pure, map: null };
    },
  };
}
