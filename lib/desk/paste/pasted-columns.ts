import { readChain } from "@/lib/values/taxonomy/chain-names";
import type { ADDRESS_ROLES } from "@/lib/values/taxonomy/taxonomy";

export type AddressRole = (typeof ADDRESS_ROLES)[number];

/** The columns of a pasted table, as its first line names them. */
export interface Columns {
  mark: string;
  names: readonly string[];
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["chain", "chain"],
  ["network", "chain"],
  ["blockchain", "chain"],
  ["address", "address"],
  ["wallet", "address"],
  ["walletaddress", "address"],
  ["account", "address"],
  ["hash", "transaction"],
  ["tx", "transaction"],
  ["txhash", "transaction"],
  ["txid", "transaction"],
  ["transaction", "transaction"],
  ["transactionhash", "transaction"],
  ["role", "role"],
  ["type", "role"],
  ["source", "source"],
  ["link", "source"],
  ["url", "source"],
]);

/** The columns that a line names; null where it names none, or no column of addresses or transactions. */
export function columnsOf(line: string): Columns | null {
  if (line.length > 1000) return null;
  const mark = ["\t", ";", "|", ","].find((each) => line.includes(each));
  if (mark === undefined) return null;
  const names = cells(line, mark).map(
    (cell) => NAMES.get(cell.toLowerCase().replace(/[^a-z]/g, "")) ?? "",
  );
  const holds = names.includes("address") || names.includes("transaction");
  return holds && !/\d{5}/.test(line) ? { mark, names } : null;
}

function cells(line: string, mark: string): string[] {
  return line.split(mark).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
}

/** What the cells of a line say below a line that names the columns. */
export interface TableCells {
  /** Which of the two the table lists; null where both. */
  lists: "address" | "transaction" | null;
  chain: string | null;
  /** As it is written; null where the table has no such column. */
  role: string | null;
}

/** What the cells of a line say; null where they do not fit the columns. */
export function cellsUnder(columns: Columns, line: string): TableCells | null {
  const found = cells(line, columns.mark);
  if (found.length !== columns.names.length) return null;
  const cell = (name: string) => found[columns.names.indexOf(name)] ?? "";
  const [lists, ...more] = (["address", "transaction"] as const).filter((name) =>
    columns.names.includes(name),
  );
  return {
    lists: more.length === 0 ? (lists ?? null) : null,
    chain: readChain(cell("chain")) || null,
    role: columns.names.includes("role") ? cell("role") : null,
  };
}
