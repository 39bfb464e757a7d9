import { expect, test } from "vitest";
import { readTransaction } from "@/lib/values/wallets/read-transaction";
import { transactionProblem } from "@/lib/values/wallets/transaction-hash";

const HEX = "7beba375f88ba491f6f12cfb293b6ef4d143c5f3839535f9366fc51dfc225ce9";

test.each([
  [`https://etherscan.io/tx/0x${HEX}#eventlog`, null, "ethereum", `0x${HEX}`],
  [`https://tronscan.org/#/transaction/${HEX}`, "tron", "tron", HEX],
  [`bnb:0x${HEX.toUpperCase()}`, null, "bsc", `0x${HEX}`],
  [`\u{feff}0x${HEX}\u{200b}`, "base", null, `0x${HEX}`],
  [HEX.toUpperCase(), "bitcoin", null, HEX],
  [`sync-tx:${HEX}`, "zksync", null, `0x${HEX}`],
  ["anything", null, null, "anything"],
])("%s on %s", (text, given, chain, hash) => {
  expect(readTransaction(text, given)).toMatchObject({ chain, hash, question: null });
});

test("a chain that nobody knows, or another than the one given, is asked about", () => {
  expect(readTransaction(`zzz:0x${HEX}`, "ethereum")).toMatchObject({
    chain: null,
    question: expect.stringContaining("“zzz:”"),
  });
  expect(readTransaction(`https://bscscan.com/tx/0x${HEX}`, "ethereum").question).toBe(
    "names BNB Smart Chain itself, while the chain given is Ethereum",
  );
});

test("a link to anything else is no transaction", () => {
  const { hash } = readTransaction("https://example.org/report", "ethereum");
  expect(transactionProblem("ethereum", hash)).toContain("is no transaction of this chain");
});
