import type { IncidentRecord } from "@/lib/record/shapes/records";
import type { Snapshot } from "@/lib/site/exchange/snapshot";
import { grouped } from "@/lib/values/lists/grouped";
import { addressKey } from "@/lib/values/wallets/address-key";
import { canonicalAddress } from "@/lib/values/wallets/canonical-address";

/** A wallet address of an incident, once however many chains and roles it has there. */
export interface ExportedWallet {
  key: string;
  /** In its one spelling. */
  address: string;
  chains: readonly string[];
  /** `attacker on ethereum, bsc; laundering on tron`, and that many use it, where they do. */
  text: string;
  roles: readonly string[];
  sources: readonly string[];
}

/** The wallet addresses of an incident, each once. */
export function exportedWallets(
  snapshot: Snapshot,
  { addresses }: Pick<IncidentRecord, "addresses">,
): ExportedWallet[] {
  const byKey = grouped(addresses, ({ chain, address }) => addressKey(chain, address));
  return [...byKey].flatMap(([key, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const roles = [...grouped(rows, ({ role }) => role)].map(
      ([role, own]) => `${role} on ${unique(own.map(({ chain }) => chain)).join(", ")}`,
    );
    const service = snapshot.services.get(key);
    const caveat =
      service === undefined
        ? ""
        : `. ${service.label}: an address that many use, and no evidence of a common thief`;
    return [
      {
        key,
        address: canonicalAddress(first.chain, first.address),
        chains: unique(rows.map(({ chain }) => chain)),
        text: `${roles.join("; ")}${caveat}`,
        roles: unique(rows.map(({ role }) => role)),
        sources: unique(rows.map(({ source }) => source)),
      },
    ];
  });
}

const unique = (texts: readonly string[]) => [...new Set(texts)];
