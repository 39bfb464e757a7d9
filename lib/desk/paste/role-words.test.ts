import { describe, expect, test } from "vitest";
import { isRoleWord, roleInWords } from "@/lib/desk/paste/role-words";

const ahead = (text: string) => roleInWords(text, "before").role;
const behind = (text: string) => roleInWords(text, "behind").role;

describe("words before an address say whose it is", () => {
  test.each([
    [
      "attacker",
      [
        "Attacker:",
        "the thief’s wallet",
        "Exploit contract —",
        "drainer",
        "Vault drained by",
        "hackers:",
      ],
    ],
    [
      "attacker",
      [
        "Angreifer",
        "Täter:",
        "Voleur",
        "l’attaquant :",
        "Ladrón",
        "atacante:",
        "Invasor",
        "злоумышленник",
      ],
    ],
    ["attacker", ["攻击者地址：", "黑客", "攻撃者", "ハッカーのアドレス", "공격자", "해커 지갑:"]],
    [
      "victim",
      [
        "Victim",
        "Exploited contract",
        "drained wallet:",
        "Hot wallet of the bridge, hacked on Monday:",
      ],
    ],
    [
      "victim",
      [
        "the attacker then drained",
        "$3m were stolen from",
        "Vulnerable pool",
        "Robbed contract (victim):",
      ],
    ],
    [
      "victim",
      [
        "Opfer",
        "gehackte Wallet",
        "victime :",
        "portefeuille piraté",
        "Víctima",
        "vítima",
        "жертва:",
      ],
    ],
    ["victim", ["受害者", "被盗钱包：", "被攻击合约", "被害者", "피해자:"]],
    [
      "laundering",
      [
        "Tornado Cash deposit",
        "cash-out address",
        "Then bridged to",
        "moved on to",
        "laundered through",
      ],
    ],
    [
      "laundering",
      [
        "the stolen funds were sent on to",
        "deposit address at an exchange",
        "attacker’s funds went to",
      ],
    ],
    [
      "laundering",
      [
        "Geldwäsche",
        "blanchiment",
        "lavado",
        "lavagem",
        "отмывание",
        "洗钱地址",
        "资金转入",
        "El atacante envió los fondos a",
        "злоумышленник вывел средства на",
        "der Täter überwies das Geld an",
        "ミキサー",
        "세탁 지갑",
      ],
    ],
  ] as const)("%s: %j", (role, texts) => {
    for (const text of texts) expect([text, ahead(text)]).toEqual([text, role]);
  });

  test("no word, no role", () => {
    for (const text of [
      "",
      "Address",
      "1,460 ETH in",
      "Bybit hack",
      "deployer",
      "stolen funds",
      "合约",
      "router:",
    ])
      expect([text, roleInWords(text, "before")]).toEqual([text, { role: null, asks: null }]);
  });

  test.each([
    [
      "what is denied",
      [
        "Not the attacker:",
        "isn’t the thief",
        "kein Angreifer",
        "no es el atacante",
        "не хакер",
        "不是攻击者",
        "攻撃者ではない",
      ],
    ],
    ["what is doubted", ["suspected attacker", "attacker?", "mutmaßlicher Täter", "疑似黑客"]],
    [
      "who did good",
      ["white-hat hacker", "Rescued by a white hat,", "白帽黑客", "returned to the victim at"],
    ],
    [
      "two at once",
      ["victim of the attacker:", "sent by the victim to", "attacker, victim:", "hacker’s mixer"],
    ],
  ])("%s is asked", (_, texts) => {
    for (const text of texts) {
      const said = roleInWords(text, "before");
      expect([text, said.role, said.asks !== null]).toEqual([text, null, true]);
    }
  });

  test("only the sentence beside it counts; numbers deny nothing", () => {
    expect(ahead("It was not a bug. The attacker:")).toBe("attacker");
    expect(ahead("Attacker No. 2:")).toBe("attacker");
    expect(ahead("Victim, who did not answer:")).toBe(null);
  });
});

test("words behind an address", () => {
  expect(behind("(attacker)")).toBe("attacker");
  expect(behind("drained the vault")).toBe("attacker");
  expect(behind("was drained")).toBe("victim");
  expect(behind("sent 5 ETH to")).toBe(null);
});

test("words of roles are no names of chains", () => {
  for (const word of ["Angreifer", "Ladrón", "victime", "thief", "Drainer:"])
    expect(isRoleWord(word)).toBe(true);
  for (const word of ["Exampleverse", "zora", "Linea", "USDT"])
    expect(isRoleWord(word)).toBe(false);
});
