/** Ten digits with their Modulus 11 check digit, and not one digit ten times. */
export function isNhsNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text) || /^(\d)\1{9}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const sum = digits.slice(0, 9).reduce((all, digit, at) => all + digit * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === digits[9];
}
