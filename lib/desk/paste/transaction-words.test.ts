import { expect, test } from "vitest";
import { transactionRole } from "@/lib/desk/paste/transaction-words";

test.each([
  [
    "attack",
    [
      "Attack tx",
      "Tx of the exploit:",
      "drain",
      "Bridge exploit tx",
      "hack on the bridge",
      "攻击交易",
      "Angriff:",
      "공격 트랜잭션",
    ],
  ],
  [
    "laundering",
    [
      "Swap to ETH",
      "attacker bridged",
      "stolen funds moved through Tornado Cash",
      "洗钱交易",
      "mixer deposit",
    ],
  ],
  [
    "return",
    ["Refund", "the hacker returned 90 %", "stolen funds returned in", "归还", "Rückzahlung"],
  ],
  ["other", ["deployment of the contract", "Funding tx", "preparation:"]],
  [
    "",
    ["", "tx", "signature", "txid", "not the attack", "attack, swap", "of the attacker", "attack?"],
  ],
] as const)("%s: %j", (role, texts) => {
  for (const text of texts) expect([text, transactionRole(text)]).toEqual([text, role]);
});
