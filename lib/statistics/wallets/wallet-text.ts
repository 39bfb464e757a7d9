import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

/** Texts up to this length are titles whole. */
const SHORT = 24;

/** What a page about an address or a transaction is called: `Address 0xC0fF…9671 on Ethereum`. */
export function walletTitle(
  kind: "address" | "transaction",
  { chain, text }: { chain: string; text: string },
): string {
  const short = text.length <= SHORT ? text : `${text.slice(0, 10)}…${text.slice(-8)}`;
  return `${kind === "address" ? "Address" : "Transaction"} ${short} on ${chainLabel(chain)}`;
}

/** Most names that a description holds. */
const NAMED = 4;

/** Which incidents name it, in a sentence. */
export function sightedText(
  kind: "address" | "transaction",
  incidents: readonly { name: string }[],
): string {
  if (incidents.length === 0) return `No incident of the record names this ${kind}.`;
  const named = incidents.slice(0, NAMED).map(({ name }) => name);
  const more = incidents.length - named.length;
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" }).format([
    ...named,
    ...(more > 0 ? [`${more} more`] : []),
  ]);
  return incidents.length === 1
    ? `One incident of the record names this ${kind}: ${list}.`
    : `${incidents.length} incidents of the record name this ${kind}: ${list}.`;
}
