import type { Queryable } from "@/lib/db/client";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { askedOf, askedOfChain, isPlausible, serviceOf } from "@/lib/desk/paste/asked";
import type { Knowledge } from "@/lib/desk/paste/knowledge";
import { knowledgeOf } from "@/lib/desk/paste/knowledge-queries";
import type { PastedAddress, PastedRow } from "@/lib/desk/paste/pasted";
import type { Problem } from "@/lib/record/publishing/problem";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { ADDRESS_ROLES } from "@/lib/values/taxonomy/taxonomy";

/**
 * What the record asks of the addresses and transactions of a draft, however they came into its rows:
 * services that many people use, addresses that another incident has otherwise, chains that are none of
 * the incident's. Whoever was robbed may be a service, and through some of them stolen money does pass.
 * @param recordId the incident that is revised; null for a new one
 */
export async function addressWarnings(
  db: Queryable,
  { addresses = [], transactions = [], chains = [] }: Typed,
  recordId: number | null,
): Promise<Problem[]> {
  const rows = [...placed("addresses", addresses), ...placed("transactions", transactions)];
  if (rows.length === 0) return [];
  const lookedUp = rows.flatMap(({ row }) => (row.is === "address" ? [row] : []));
  const known = await knowledgeOf(db, lookedUp, recordId);
  const own = (Array.isArray(chains) ? chains : [])
    .filter((chain) => typeof chain === "string")
    .flatMap((chain) => chain.split(/[,;\n]/))
    .filter((chain) => chain.trim() !== "")
    .map(readChain);
  return rows.flatMap(({ list, place, row }): Problem[] => {
    const warnings: Problem[] = [];
    const asked = row.is === "address" ? askedOfRole(row, known) : null;
    if (asked !== null)
      warnings.push({
        path: [list, place, "address"],
        message: `${asked.asks} Is ${row.role} right?`,
        question: true,
      });
    const elsewhere = askedOfChain(row, own);
    if (elsewhere !== null)
      warnings.push({
        path: [list, place, "chain"],
        message: `${elsewhere.asks} Is that meant?`,
        question: true,
      });
    return warnings;
  });
}

/** What is asked of the role that was chosen; null where nothing, or where none is chosen yet. */
function askedOfRole(row: PastedAddress, known: Knowledge): { asks: string } | null {
  const service = serviceOf(row, known);
  const plausible = service !== null && isPlausible(service.kind, row.role);
  return row.role === "" || plausible ? null : askedOf(row, known);
}

interface Placed {
  list: string;
  place: number;
  row: PastedRow;
}

/** The rows of a list in which something is typed, each as pasted text would have it. */
function placed(list: "addresses" | "transactions", given: TypedValue): Placed[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((typed, place): Placed[] => {
    if (typeof typed !== "object" || Array.isArray(typed)) return [];
    const text = (name: string) => {
      const value = typed[name];
      return typeof value === "string" ? value.trim() : "";
    };
    const chain = readChain(text("chain"));
    const said = text(list === "addresses" ? "address" : "hash");
    if (said === "" || chain === "") return [];
    const source = text("source");
    if (list === "transactions")
      return [{ list, place, row: { is: "transaction", chain, hash: said, role: "", source } }];
    const role = ADDRESS_ROLES.find((each) => each === text("role").toLowerCase()) ?? "";
    return [{ list, place, row: { is: "address", chain, address: said, role, source } }];
  });
}
