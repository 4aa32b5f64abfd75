import type { AtRule, Declaration, Plugin, Root, Rule } from 'postcss';
import { TOKENS } from '../src/ui/tokens.ts';

/** NHS palette colours that are tokens of ours. Where two tokens share a colour, the first is meant. */
const TOKEN_OF_COLOUR = new Map<string, string>();
for (const [name, value] of Object.entries(TOKENS)) {
  if (!TOKEN_OF_COLOUR.has(value)) TOKEN_OF_COLOUR.set(value, `var(--ers-${name}, ${value})`);
}

const PAGE = /^(html|body|:root)(?![\w-])/;
const WIDTH_QUERY = /\((min|max)-width/;

/**
 * Makes a page's style sheet work in a shadow root, with our tokens. It acts only on a sheet that
 * says `@shadow-sheet <classes>;` and keeps of it only what names no other nhsuk class.
 */
export function shadowCss(): Plugin {
  return {
    postcssPlugin: 'shadow-css',
    OnceExit(root) {
      const kept = takeDirective(root);
      if (!kept) return;
      root.walkAtRules((rule) => adaptAtRule(rule));
      root.walkRules((rule) => adaptSelectors(rule, kept));
      root.walkDecls((declaration) => adaptDeclaration(declaration));
      removeEmpty(root);
    },
  };
}

function takeDirective(root: Root): ReadonlySet<string> | undefined {
  let kept: ReadonlySet<string> | undefined;
  root.walkAtRules('shadow-sheet', (directive) => {
    kept = new Set(directive.params.split(/\s+/).map((name) => `.${name}`));
    directive.remove();
  });
  return kept;
}

/** A widget is laid out by the width it is given, not by the screen's. */
function adaptAtRule(rule: AtRule): void {
  if (rule.name === 'font-face') rule.remove();
  if (rule.name !== 'media' || !WIDTH_QUERY.test(rule.params) || /print/.test(rule.params)) return;
  rule.name = 'container';
  rule.params = rule.params
    .replace(/^(only )?screen and /, '')
    // In @media an em is the browser's 16px, in @container it would be the widget's own font.
    .replace(/([\d.]+)em/g, (_, count: string) => `${Number(count) * 16}px`);
}

function adaptSelectors(rule: Rule, kept: ReadonlySet<string>): void {
  const selectors = rule.selectors
    .map((selector) => selector.replace(/^\.nhsuk-frontend-supported\s+/, ''))
    .map((selector) => selector.replace(PAGE, ':host'))
    .map((selector) => withoutNeedlessNots(selector, kept))
    .filter((selector) => (selector.match(/\.nhsuk-[\w-]+/g) ?? []).every((c) => kept.has(c)));
  if (selectors.length > 0) rule.selectors = selectors;
  else rule.remove();
}

/** `:not(.x)` always holds where nothing has the class x. */
function withoutNeedlessNots(selector: string, kept: ReadonlySet<string>): string {
  return selector.replace(/:not\((\.nhsuk-[\w-]+)\)/g, (not, name: string) =>
    kept.has(name) ? not : '',
  );
}

function adaptDeclaration(declaration: Declaration): void {
  if (/url\((?!['"]?data:)/.test(declaration.value)) {
    declaration.remove();
    return;
  }
  declaration.value = declaration.value
    .replace(/(-?[\d.]+)rem\b/g, (_, count: string) => `calc(${count} * var(--ers-rem, 16px))`)
    .replace(/#[0-9a-f]{6}\b/gi, (colour) => TOKEN_OF_COLOUR.get(colour.toLowerCase()) ?? colour)
    .replace(/var\(--ers-([\w-]+)\)/g, (_, name: string) => withFallback(name, declaration));
}

/** A token that nobody has set has its default; one that does not exist is a mistake. */
function withFallback(name: string, declaration: Declaration): string {
  if (name === 'rem') return 'var(--ers-rem, 16px)';
  const value = (TOKENS as Record<string, string>)[name];
  if (value === undefined) throw declaration.error(`There is no token --ers-${name}`);
  return `var(--ers-${name}, ${value})`;
}

function removeEmpty(root: Root): void {
  root.walk((node) => {
    if ('nodes' in node && node.nodes?.length === 0) node.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}
