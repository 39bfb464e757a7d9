import { z } from "zod";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { textSchema, webUrlSchema } from "@/lib/values/sources/source";
import { chainSchema, type Term } from "@/lib/values/taxonomy/taxonomy";
import { addressKey } from "@/lib/values/wallets/address-key";

/** What kinds of address many people use. */
export const SERVICE_KINDS = [
  { value: "token", label: "token contract", definition: "The contract of a token." },
  { value: "burn", label: "burn address", definition: "Nobody can spend what is sent there." },
  { value: "router", label: "router", definition: "A contract through which many swap." },
  { value: "lender", label: "lender", definition: "A lending pool or a source of flash loans." },
  { value: "mixer", label: "mixer", definition: "A pool in which what many people sent is mixed." },
  {
    value: "bridge",
    label: "bridge",
    definition: "A contract or wallet that moves to another chain.",
  },
  { value: "exchange", label: "exchange", definition: "A deposit or hot wallet of an exchange." },
  { value: "mev-bot", label: "trading bot", definition: "A bot that runs ahead of others." },
  { value: "other", label: "other", definition: "Anything else that many people use." },
] as const satisfies readonly Term[];
export type ServiceKind = (typeof SERVICE_KINDS)[number]["value"];

/**
 * An address that many use, so that it occurs in several incidents without being evidence of a common thief: a token, a
 * mixer, a trading bot, a contract. No link between incidents rests on one.
 */
export const knownAddressSchema = z.strictObject({
  chain: chainSchema,
  address: textSchema(200),
  label: textSchema(200),
  kind: z.enum(SERVICE_KINDS.map(({ value }) => value) as [ServiceKind, ...ServiceKind[]]),
  source: webUrlSchema,
});
export type KnownAddress = z.infer<typeof knownAddressSchema>;

/** What makes two statements about the same service: an address on two chains may be two contracts. */
export function serviceKey({ chain, address }: Pick<KnownAddress, "chain" | "address">): string {
  return `${chain} ${addressKey(chain, address)}`;
}

/** Which service an address is, in words: `Known address (mixer): Tornado Cash`; of no kind in particular the label alone. */
export function serviceText({ kind, label }: Pick<KnownAddress, "kind" | "label">): string {
  const called = SERVICE_KINDS.find(({ value }) => value === kind)?.label;
  return kind === "other" || called === undefined
    ? `Known address: ${label}`
    : `Known address (${called}): ${label}`;
}

/** A service as the desk publishes it: what the dataset says of one, and whether it is active. */
export const serviceEntrySchema = knownAddressSchema.extend({
  /** Why it is no service any longer; null while it is one. */
  retraction: textSchema(2000).nullable().default(null),
});
export type ServiceEntry = z.infer<typeof serviceEntrySchema>;
export type ServiceToPublish = ToPublish<"service", ServiceEntry>;
