/**
 * Messages of advice and guidance are plain text in which links alone are marked up, in one shape:
 * `<a href="…" target="_blank">…</a>` (hscn.md §8). All other markup is shown as the text it is.
 */
export type AdvicePart = { kind: 'text'; text: string } | AdviceLink;

export interface AdviceLink {
  kind: 'link';
  /** http or https. */
  url: string;
  /** What is written on it: never empty, no `<`. */
  label: string;
}

const URL_FORM = 'https?://[^\\s"<>]+';
const LABEL_FORM = '[^<]+';
const LINK = new RegExp(`<a href="(${URL_FORM})" target="_blank">(${LABEL_FORM})</a>`, 'g');

/** Text and links in their order; put together again they are the same text. */
export function readAdviceText(text: string): AdvicePart[] {
  const parts: AdvicePart[] = [];
  let end = 0;
  const addText = (upTo: number): void => {
    if (upTo > end) parts.push({ kind: 'text', text: text.slice(end, upTo) });
  };
  for (const { 0: whole, 1: url = '', 2: label = '', index } of text.matchAll(LINK)) {
    addText(index);
    parts.push({ kind: 'link', url, label });
    end = index + whole.length;
  }
  addText(text.length);
  return parts;
}

/** The text as e-RS takes it. Its length is what counts against a limit. */
export function writeAdviceText(parts: readonly AdvicePart[]): string {
  return parts
    .map((part) =>
      part.kind === 'text' ? part.text : `<a href="${part.url}" target="_blank">${part.label}</a>`,
    )
    .join('');
}

/** A link that can be written; `undefined` for an address or a label that cannot. */
export function adviceLink(url: string, label: string): AdviceLink | undefined {
  const fits = isWhole(URL_FORM, url) && isWhole(LABEL_FORM, label);
  return fits ? { kind: 'link', url, label } : undefined;
}

function isWhole(form: string, text: string): boolean {
  return new RegExp(`^(?:${form})$`).test(text);
}

/** No further than the next `<`, so that a long text is read once and not from each `<a` again. */
const OPENED_LINK = /<a\s[^<>]*href/i;

/** Whether a text tries to be a link in some way other than the one that is allowed. */
export function hasOtherLinks(text: string): boolean {
  return readAdviceText(text).some((part) => part.kind === 'text' && OPENED_LINK.test(part.text));
}
