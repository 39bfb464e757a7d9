/** Rows with one of them moved by a place; at the edges it stays. @param at its place, from 0 */
export function movedRow<Row>(rows: readonly Row[], at: number, by: -1 | 1): Row[] {
  const [row, other] = [rows[at], rows[at + by]];
  if (row === undefined || other === undefined) return [...rows];
  return rows.with(at, other).with(at + by, row);
}
