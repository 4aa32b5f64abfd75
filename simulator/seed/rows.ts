/** Splits a table of `a|b|c` lines; an empty cell stays an empty string. */
export function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** The cell of a column that every line of the table has. */
export function cell(row: readonly string[], column: number): string {
  const value = row[column];
  if (value === undefined) throw new Error(`Seed line has no column ${column}: ${row.join('|')}`);
  return value;
}
