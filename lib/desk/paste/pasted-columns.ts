import { readChain } from "@/lib/values/taxonomy/chain-names";
import { ADDRESS_ROLES } from "@/lib/values/taxonomy/taxonomy";

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
  ["role", "role"],
  ["source", "source"],
  ["link", "source"],
  ["url", "source"],
]);

/** The columns that a line names; null where it names none, or no column of addresses. */
export function columnsOf(line: string): Columns | null {
  if (line.length > 1000) return null;
  const mark = ["\t", ";", "|", ","].find((each) => line.includes(each));
  if (mark === undefined) return null;
  const names = cells(line, mark).map(
    (cell) => NAMES.get(cell.toLowerCase().replace(/[^a-z]/g, "")) ?? "",
  );
  return names.includes("address") && !/\d{5}/.test(line) ? { mark, names } : null;
}

function cells(line: string, mark: string): string[] {
  return line.split(mark).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
}

/** What the cells of a line say below a line that names the columns; null where they do not fit it. */
export function cellsUnder(
  columns: Columns,
  line: string,
): { chain: string | null; role: AddressRole | "" } | null {
  const found = cells(line, columns.mark);
  if (found.length !== columns.names.length) return null;
  const cell = (name: string) => found[columns.names.indexOf(name)] ?? "";
  return { chain: readChain(cell("chain")) || null, role: roleSaid(cell("role")) };
}

/** The role that a cell names in the record's own word; empty where it names none. */
export function roleSaid(cell: string): AddressRole | "" {
  return ADDRESS_ROLES.find((role) => role === cell.trim().toLowerCase()) ?? "";
}
