import { expect, test } from "vitest";
import { slugSchema } from "@/lib/values/slugs/slug";

test.each(["coinex-2023-09", "a", "0", "mev-bot-0x0000-a47b-2022-10", "a".repeat(100)])(
  "%s is a slug",
  (text) => {
    expect(slugSchema.parse(text)).toBe(text);
  },
);

test.each([
  "",
  "CoinEx",
  "coin ex",
  "-coinex",
  "coinex-",
  "coin--ex",
  "coin_ex",
  "coinéx",
  "coinex/",
  "../etc",
  "coinex\n",
  "a".repeat(101),
])("%j is none", (text) => {
  expect(slugSchema.safeParse(text).success).toBe(false);
});
