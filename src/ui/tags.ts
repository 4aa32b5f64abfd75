import { unsafeStatic, type StaticValue } from 'lit/static-html.js';

/** The names of the widgets, without their prefix. */
export type WidgetName =
  'session' | 'referral-builder' | 'slot-picker' | 'worklist' | 'referral-record' | 'advice-thread';

/** What every tag name starts with, unless the page defines the widgets under another. */
export const DEFAULT_PREFIX = 'ers';

/**
 * A tag for a template of `lit/static-html.js`, imported as `staticHtml` so that the lint rules for
 * plain templates leave it alone: staticHtml`<${tag('slot-picker')}></${tag('slot-picker')}>`.
 * The prefix lets two versions live on one page.
 */
export function tag(name: WidgetName, prefix = DEFAULT_PREFIX): StaticValue {
  return unsafeStatic(tagName(name, prefix));
}

export function tagName(name: WidgetName, prefix = DEFAULT_PREFIX): string {
  return `${prefix}-${name}`;
}
