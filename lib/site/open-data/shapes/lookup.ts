import { z } from "zod";
import { attributionShape } from "@/lib/record/shapes/records";
import {
  chainShape,
  idShape,
  partialDayShape,
  slugShape,
  usdShape,
} from "@/lib/record/shapes/values";
import { aboutShape, namedActorShape } from "@/lib/site/open-data/shapes/answers";
import { ADDRESS_ROLES, transactionRoleSchema } from "@/lib/values/taxonomy/taxonomy";

// What the look-up of lists answers with, and the range of addresses by their digests.

const ROLES = [...new Set([...ADDRESS_ROLES, ...transactionRoleSchema.options])];

/** Where something that was looked up stands in the record. */
export const lookupMatchShape = z.object({
  kind: z
    .enum(["incident", "target", "actor"])
    .describe("Of an address, a transaction or a link always an incident."),
  id: idShape,
  slug: slugShape,
  name: z.string(),
  url: z.string().describe("Its page in this version, which never changes."),
  found_by: z
    .enum(["address", "transaction", "link", "name", "alias", "former_name"])
    .describe("What of it was found."),
  found_text: z.string().describe("That, as the record writes it."),
  chain: chainShape.nullable().describe("Of an address or a transaction."),
  role: z
    .enum(ROLES)
    .nullable()
    .describe("What an address or a transaction did there; null of links and names."),
  source: z
    .string()
    .nullable()
    .describe("Where that is said; of a link, it itself. null of names."),
  occurred_on: partialDayShape.nullable().describe("Of incidents."),
  loss_usd: usdShape,
  attributions: z.array(attributionShape).describe("Who said who did it; of incidents."),
  actors: z
    .array(namedActorShape)
    .describe("Whom its attributions name, as this version calls them; of an actor, itself."),
});
export type LookupMatch = z.infer<typeof lookupMatchShape>;

const known_as = z
  .string()
  .nullable()
  .describe("Where many use an address, what it is: then it is no evidence of a common thief.");
const matches = z.array(lookupMatchShape);

export const lookedUpShape = z.object({
  given: z.string().describe("The entry as it was sent."),
  read_as: z
    .enum(["address", "transaction", "link", "name"])
    .nullable()
    .describe("What it was read as; null where it is none of them, such as a part of an address."),
  result: z.string().describe("What became of it, in words."),
  text: z.string().nullable().describe("As the record writes it; null where it has it not."),
  chains: z.array(chainShape).describe("The chains on which the record has it."),
  known_as,
  matches,
});
export type LookedUpAnswer = z.infer<typeof lookedUpShape>;

export const lookupAnswerShape = aboutShape.extend({
  permanent_url: z.string().describe("Where the same entries are answered the same for ever."),
  caveat: z.string().describe("What the answer does not say; to be shown with it."),
  total: z.int().min(0).describe("How many entries there are: all that were sent, in their order."),
  data: z.array(lookedUpShape),
});

export const rangedAddressShape = z.object({
  rest: z
    .string()
    .regex(/^[0-9a-f]{58}$/)
    .describe("The digits of its digest behind the six that were asked for."),
  key: z
    .string()
    .describe("What the digest is of: evm: or the chain, and the one spelling of the account."),
  text: z.string().describe("As the record writes it."),
  chains: z.array(chainShape),
  known_as,
  matches,
});
export type RangedAddress = z.infer<typeof rangedAddressShape>;
