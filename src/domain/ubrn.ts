declare const ubrn: unique symbol;

/** Unique Booking Reference Number: 12 digits, leading zeros kept. No check digit is published. */
export type Ubrn = string & { readonly [ubrn]: true };

export function parseUbrn(text: string): Ubrn | undefined {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{12}$/.test(digits) ? (digits as Ubrn) : undefined;
}

/** `0000 4928 3317`: three groups of four. */
export function formatUbrn(number: Ubrn): string {
  return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`;
}
