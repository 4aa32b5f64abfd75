/** Ten digits that pass Modulus 11 and are not ten times the same digit. */
export type NhsNumber = string & { readonly brand: 'NhsNumber' };

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

function checkDigit(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11;
}

/**
 * Reads an NHS number as people write it: spaces and hyphens between groups are allowed.
 * All ten numbers of one repeated digit pass Modulus 11 and are refused, as they are placeholders.
 */
export function parseNhsNumber(text: string): NhsNumber | undefined {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return undefined;
  return checkDigit(digits) === Number(digits[9]) ? (digits as NhsNumber) : undefined;
}

/** `999 012 3454`: groups of 3, 3 and 4 (NHS number display standard). */
export function formatNhsNumber(number: NhsNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}
