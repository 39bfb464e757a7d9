import { z } from "zod";
import { textSchema, webUrlSchema } from "@/lib/values/sources/source";
import { chainSchema } from "@/lib/values/taxonomy/taxonomy";

/**
 * An address that occurs in several incidents without being evidence of a common thief: a public
 * service, a mixer, a trading bot, a contract. No link between incidents rests on one.
 */
export const knownAddressSchema = z.strictObject({
  chain: chainSchema,
  address: textSchema(200),
  label: textSchema(200),
  kind: textSchema(60),
  source: webUrlSchema,
});
export type KnownAddress = z.infer<typeof knownAddressSchema>;
