import { isMatchedKind, type MatchedKind } from "@/lib/site/matching/matched-kind";

/**
 * What a cell was matched to. A record goes by its lasting number, so that neither a new name nor a merge changes what a
 * table means that was matched years ago.
 */
export type EntityId =
  | { kind: "incident" | "target" | "actor"; number: number }
  | { kind: "address" | "transaction"; chain: string; text: string };

/** As tables keep it: `incident:17`, `address:ethereum:0x098b…`. */
export function writeEntityId(id: EntityId): string {
  return "number" in id ? `${id.kind}:${id.number}` : `${id.kind}:${id.chain}:${id.text}`;
}

/** Null where it is none that was ever written here. */
export function readEntityId(text: string): EntityId | null {
  const [, kind = "", rest = ""] = /^([a-z]+):(\S{1,200})$/.exec(text) ?? [];
  if (!isMatchedKind(kind)) return null;
  if (isOfWallet(kind)) {
    const [, chain, wallet] = /^([a-z\d-]{1,40}):(\S+)$/.exec(rest) ?? [];
    return chain === undefined || wallet === undefined ? null : { kind, chain, text: wallet };
  }
  return /^[1-9]\d{0,8}$/.test(rest) ? { kind, number: Number(rest) } : null;
}

function isOfWallet(kind: MatchedKind): kind is "address" | "transaction" {
  return kind === "address" || kind === "transaction";
}
