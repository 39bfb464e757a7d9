import { describe, expect, test } from "vitest";
import { type PasteContext, splitAddresses } from "@/lib/desk/paste/pasted-addresses";
import type { ServiceKind } from "@/lib/record/wallets/known-address";
import { addressKey } from "@/lib/values/wallets/address-key";
import { guessChain } from "@/lib/values/wallets/guessed-chain";
import { aKnownAddress } from "@/testing/records";

const EVM = "0x69627dad496db160a81bed9e27ce2da67c3242bd";
const TRON = "TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ";
const OTHER = "0x25ace71c97b33cc4729cf772ae268934f7ab5fa1";
const BITCOIN = "17qQhHmNs9X3D4YWqvkp6St1YSsXWPdAty";
const KASPA = "qpzpfwcsqsxhxwup26r55fd0ghqlhyugz8cp6y3wxuddc02vcxtjg75pspnwz";
const HASH = `0x${"5ac3".repeat(16)}`;
const CREDIT =
  "3pCa5eAnpFnPDLF8tD64Zb1SyXCkbkJrNk6ERhJn9F7CYxhJ7nZXJdJSqH4oV5y4i8DqVeDBQTzcS2Hn6tXkQYzM";
const taken = (text: string) =>
  splitAddresses(text).addresses.map(({ chain, address, source }) =>
    [chain, address, source].filter(Boolean).join(" "),
  );
const transactions = (text: string) =>
  splitAddresses(text).transactions.map(({ chain, hash, role, source }) =>
    [chain, hash, role, source].filter(Boolean).join(" "),
  );
/** What is asked of a text: the question and its answers. */
const asked = (text: string, context: Partial<PasteContext> = {}) =>
  splitAddresses(text, context).questions.map(({ asks, answers }) =>
    [asks, ...answers.map(({ label }) => label)].join(" | "),
  );

test.each([
  ["one a line, the chain guessed", `${EVM}\n${TRON}`, [`ethereum ${EVM}`, `tron ${TRON}`]],
  ["CSV with a header", `chain,address\r\nbsc,${EVM}`, [`bsc ${EVM}`]],
  ["CSV the other way round", `${EVM};Polygon`, [`polygon ${EVM}`]],
  ["a name and a colon", `Arbitrum One: ${EVM}`, [`arbitrum ${EVM}`]],
  ["several a line", `from ${EVM} to ${TRON}.`, [`ethereum ${EVM}`, `tron ${TRON}`]],
  ["a heading over a list", `Optimism:\n${EVM}\n${TRON}`, [`optimism ${EVM}`, `tron ${TRON}`]],
  [
    "an explorer’s link",
    `https://bscscan.com/address/${EVM}#tokentxns`,
    [`bsc ${EVM} https://bscscan.com/address/${EVM}#tokentxns`],
  ],
  [
    "Tronscan’s, behind a hash",
    `https://tronscan.org/#/address/${TRON}`,
    [`tron ${TRON} https://tronscan.org/#/address/${TRON}`],
  ],
  [
    "an explorer of many chains",
    "https://blockchair.com/bitcoin/address/17qQhHmNs9X3D4YWqvkp6St1YSsXWPdAty",
    [
      "bitcoin 17qQhHmNs9X3D4YWqvkp6St1YSsXWPdAty https://blockchair.com/bitcoin/address/17qQhHmNs9X3D4YWqvkp6St1YSsXWPdAty",
    ],
  ],
  [
    "a link that is no explorer’s is the source",
    `${EVM} https://rekt.news/coinex-rekt/`,
    [`ethereum ${EVM} https://rekt.news/coinex-rekt/`],
  ],
  ["the same twice", `${EVM}\n${EVM}`, [`ethereum ${EVM}`]],
  ["Markdown", `| \`${EVM}\` | theft |`, [`ethereum ${EVM}`]],
])("%s", (_, text, expected) => {
  expect(taken(text)).toEqual(expected);
});

/** What is left aside of a text: `line: text — why`. */
const left = (text: string) =>
  splitAddresses(text).left.map(({ line, text: piece, why }) => `${line}: ${piece} — ${why}`);
const doubts = (text: string) => splitAddresses(text).doubts.map(({ why }) => why);

test("what is not understood is told with its line and the reason, and waits", () => {
  const wrong = "1ANLZZ2YFGumRXaD3EMii92zWQgvX2CK9d";
  expect(splitAddresses(`${EVM}\n\nhello\n${wrong}\n0xabcdef0123`).left).toEqual([
    { line: 3, text: "hello", why: "holds no address", waits: true },
    {
      line: 4,
      text: wrong,
      why: "fits the form of no chain that is known here: name its chain",
      waits: true,
    },
    {
      line: 5,
      text: "0xabcdef0123",
      why: "has 10 digits after 0x; an address has 40, a transaction 64",
      waits: true,
    },
  ]);
});

describe("a role", () => {
  const roles = (text: string) => splitAddresses(text).addresses.map(({ role }) => role);

  test("is what the words beside an address say, or empty", () => {
    expect(roles(EVM)).toEqual([""]);
    expect(roles(`Victim: ${EVM}`)).toEqual(["victim"]);
    expect(roles(`${EVM} — the attacker`)).toEqual(["attacker"]);
    expect(roles(`attacker:${EVM}`)).toEqual(["attacker"]);
    expect(roles(`bsc,${EVM},Victim`)).toEqual(["victim"]);
    expect(roles(`tron | ${TRON} | laundering | https://a.example/b`)).toEqual(["laundering"]);
    expect(roles(`攻击者地址：${EVM}`)).toEqual(["attacker"]);
    expect(roles(`[0x6962…](https://etherscan.io/address/${EVM}) thief`)).toEqual(["attacker"]);
    expect(roles(`Thief foo-victim.eth ${EVM}`)).toEqual(["attacker"]);
  });

  test.each([
    ["before each", `attacker ${EVM} -> mixer deposit ${OTHER}`, ["attacker", "laundering"]],
    ["behind each", `${EVM} (thief), ${OTHER} (victim)`, ["attacker", "victim"]],
    ["before the first alone", `attacker ${EVM}, moved in the night; ${OTHER}`, ["attacker", ""]],
    [
      "before a list of several",
      `Attackers: ${EVM}, ${OTHER} and ${TRON}`,
      Array(3).fill("attacker"),
    ],
    ["in a sentence", `The thief (${EVM}) drained the vault (${OTHER})`, ["attacker", "victim"]],
    ["on who did it to whom", `${EVM} drained the vault ${OTHER}`, ["attacker", "victim"]],
    ["before one of two", `thief ${EVM} and ${OTHER}`, ["attacker", ""]],
    ["on where money went", `sent on through ${EVM} and ${OTHER}`, ["laundering", "laundering"]],
    ["in another sentence", `Thief ${EVM}. Victims got nothing. ${OTHER}.`, ["attacker", ""]],
    ["around a transaction", `thief ${EVM} in ${HASH}, victim ${OTHER}`, ["attacker", "victim"]],
  ])("is taken by each address from the words beside it: %s", (_, text, expected) => {
    expect(roles(text)).toEqual(expected);
  });

  test("comes from a line above that is about the accounts of a list, until the next that is none", () => {
    expect(roles(`The thief’s accounts as published:\n\nETH: ${EVM}\nTRX: ${TRON}`)).toEqual(
      Array(2).fill("attacker"),
    );
    expect(roles(`Attackers:\nBase:\n${EVM}\nVictims:\n${OTHER}`)).toEqual(["attacker", "victim"]);
    expect(roles(`Attackers:\nvictim ${EVM}\nNothing more.\n${OTHER}`)).toEqual(["victim", ""]);
    expect(roles(`How the attacker got away with it:\n${EVM}`)).toEqual([""]);
    expect(roles(`Not the thief’s accounts:\n${EVM}`)).toEqual([""]);
    expect(splitAddresses(`Attack transactions:\nbase ${HASH}`).transactions).toMatchObject([
      { role: "attack" },
    ]);
  });

  test("is taken from a column of its own", () => {
    expect(roles(`role,address\nattacker,${EVM}\n,${OTHER}`)).toEqual(["attacker", ""]);
    expect(roles(`chain,address,role\nbsc,${EVM},hacker`)).toEqual(["attacker"]);
  });

  test("is asked where words deny it, doubt it or name two", () => {
    for (const text of [
      `not the attacker, only a relayer: ${EVM}`,
      `attacker, victim: ${EVM}`,
      `suspected thief ${EVM}`,
      `Rescued by a white hat, ${EVM}`,
    ]) {
      expect([text, roles(text)]).toEqual([text, [""]]);
      expect(doubts(text)[0]).toContain("needs a role");
    }
  });

  test("comes from a line further down where the first says none, and is doubted where they differ", () => {
    expect(roles(`${EVM}\nthief ${EVM}`)).toEqual(["attacker"]);
    expect(roles(`victim ${EVM}\nthief ${EVM}`)).toEqual(["victim"]);
    expect(doubts(`victim ${EVM}\nthief ${EVM}`)[0]).toContain("is called attacker here");
  });
});

describe("transactions", () => {
  const bare = HASH.slice(2);
  test.each([
    ["without a chain", HASH, HASH],
    ["under a chain of Ethereum’s kind", `Base:\n${HASH}`, `base ${HASH}`],
    ["beside one", `bsc,${HASH}`, `bsc ${HASH}`],
    ["under another chain than the line’s", `Sui:\nbsc,${HASH}`, `bsc ${HASH}`],
    ["under Bitcoin", `Bitcoin:\ndrain ${bare}`, `bitcoin ${bare} attack`],
    ["under Tron", `Tron:\ntxid ${bare}`, `tron ${bare}`],
    ["of Solana", CREDIT, `solana ${CREDIT}`],
    ["where the words say so", `Aptos:\ntransaction ${HASH}`, `aptos ${HASH}`],
    ["where the words say so in Chinese", `Aptos:\n交易哈希${HASH}`, `aptos ${HASH}`],
    ["where the words beside it say so", `starknet tx ${HASH}`, `starknet ${HASH}`],
    ["in a column of hashes", `chain,hash\naptos,${HASH}`, `aptos ${HASH}`],
    ["in a block", `bsc tx in block 17: ${HASH}`, `bsc ${HASH}`],
    [
      "as a link",
      `refund https://etherscan.io/tx/${HASH}`,
      `ethereum ${HASH} return https://etherscan.io/tx/${HASH}`,
    ],
    [
      "as a link to Tronscan",
      `https://tronscan.org/#/transaction/${bare}`,
      `tron ${bare} https://tronscan.org/#/transaction/${bare}`,
    ],
    [
      "with a page as its source",
      `exploit on Base ${HASH} https://a.example/b`,
      `base ${HASH} attack https://a.example/b`,
    ],
  ])("%s", (_, text, expected) => {
    expect(transactions(text)).toEqual([expected]);
    expect(taken(text)).toEqual(text.includes(EVM) ? [`bsc ${EVM}`] : []);
  });

  test("are one each, whatever their spelling", () => {
    expect(transactions(`Base:\n${HASH}\n${HASH.toUpperCase().replace("0X", "0x")}`)).toHaveLength(
      1,
    );
    const held = [{ chain: "base", hash: HASH }];
    expect(splitAddresses(`base ${HASH}`, { transactions: held })).toMatchObject({
      transactions: [],
      left: [{ why: "is a row already" }],
    });
  });

  test("of the incident’s own chain need no other name", () => {
    expect(splitAddresses(HASH, { chains: ["arbitrum"] }).transactions).toMatchObject([
      { chain: "arbitrum" },
    ]);
    expect(splitAddresses(HASH, { chains: ["arbitrum", "base"] }).transactions).toMatchObject([
      { chain: "" },
    ]);
  });

  test("are no addresses, where the text says account", () => {
    expect(taken(`Sui:\n${HASH}`)).toEqual([`sui ${HASH}`]);
    expect(taken(`aptos,${HASH}`)).toEqual([`aptos ${HASH}`]);
    expect(taken(`Aptos:\nthe thief’s account ${HASH}`)).toEqual([`aptos ${HASH}`]);
    expect(taken(`Aptos:\nattacker ${HASH}`)).toEqual([`aptos ${HASH}`]);
    expect(taken(`Aptos accounts:\n${HASH}`)).toEqual([`aptos ${HASH}`]);
    expect(taken(`near,${bare}`)).toEqual([`near ${bare}`]);
    const link = `https://suiscan.xyz/mainnet/account/${HASH}`;
    expect(taken(link)).toEqual([`sui ${HASH} ${link}`]);
  });

  test("where both look alike, it is asked", () => {
    for (const text of [`Starknet:\n${HASH}`, `Aptos:\n${HASH}`]) {
      const { addresses, transactions: none } = splitAddresses(text);
      expect([...addresses, ...none]).toEqual([]);
      expect(asked(text)[0]).toMatch(
        /look alike on \w+\. Which is it\? \| Take as an address \| Take as a transaction \| Leave aside$/,
      );
    }
    expect(asked(`attacker ${HASH}`)[0]).toContain("looks like a transaction, but the words");
  });

  test("stand beside addresses, and other hashes are left aside", () => {
    expect(taken(`${EVM} in ${HASH}`)).toEqual([`ethereum ${EVM}`]);
    expect(transactions(`${EVM} in ${HASH}`)).toEqual([HASH]);
    for (const text of [`block hash ${HASH}`, `Block: ${HASH}`, `private key ${HASH}`]) {
      const split = splitAddresses(`Ethereum:\n${text}`);
      expect([split.addresses, split.transactions, split.questions]).toEqual([[], [], []]);
      expect(split.left[1]).toMatchObject({ text, waits: true });
    }
  });
});

describe("the chain that the text names", () => {
  test.each([
    ["a chain of Ethereum’s kind", `zora,${EVM}`, [`zora ${EVM}`]],
    ["before the heading", `Linea:\nscroll,${EVM}`, [`scroll ${EVM}`]],
    ["after the address", `thief ${EVM} on BSC`, [`bsc ${EVM}`]],
    ["at the end of a sentence", `It happened on Base. ${EVM}`, [`base ${EVM}`]],
    ["amid a sentence", `Attack on BNB Chain, seen at ${EVM}`, [`bsc ${EVM}`]],
    ["amid more words", `the thief moved it on Polygon to this wallet ${EVM}`, [`polygon ${EVM}`]],
    ["in brackets, one each", `${EVM} (BSC), ${OTHER} (Base)`, [`bsc ${EVM}`, `base ${OTHER}`]],
    ["by its own name among others", `polygon hoard of foo ${EVM}`, [`polygon ${EVM}`]],
    ["with a prefix of its own", `kaspa:${KASPA}`, [`kaspa kaspa:${KASPA}`]],
    ["by CAIP-10", `eip155:56:${EVM}`, [`bsc ${EVM}`]],
    ["with other words", `BSC attacker: ${EVM}`, [`bsc ${EVM}`]],
    ["that writes addresses as another does", `XEC: ${BITCOIN}`, [`ecash ${BITCOIN}`]],
    ["in a column that says so", `address,chain\n${EVM},foonet`, [`foonet ${EVM}`]],
    [
      "that nobody knows, for an unknown form",
      "foonet;foo1qqqqqqqqqqqqqqqqqqqqqqq22",
      ["foonet foo1qqqqqqqqqqqqqqqqqqqqqqq22"],
    ],
    ["by EIP-3770", `arb1:${EVM}`, [`arbitrum ${EVM}`]],
    ["by EIP-681", `ethereum:${EVM}@10/transfer`, [`optimism ${EVM}`]],
    ["by a prefix in place of 0x", `xdc${EVM.slice(2)}`, [`xdc ${EVM}`]],
    [
      "by a link to be paid",
      "bitcoin:bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh?amount=1",
      ["bitcoin bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh"],
    ],
  ])("%s", (_, text, expected) => {
    expect(taken(text)).toEqual(expected);
  });

  test("is taken as not verified where its form is not known", () => {
    expect(doubts(`BSV: ${BITCOIN}`)).toEqual([
      "is not verified: the form of addresses on Bitcoin SV is not known here",
    ]);
    expect(doubts(`BCH: ${BITCOIN}`)).toEqual([]);
  });

  test("is never overruled: what does not fit is left aside", () => {
    expect(taken(`bitcoin,${EVM}`)).toEqual([]);
    expect(left(`bitcoin,${EVM}`)[0]).toContain("is no address of Bitcoin");
  });

  test.each([
    ["an unknown name", `Exampleverse ${EVM}`],
    ["an unknown name under a heading", `Linea:\nExampleverse ${EVM}`],
    ["an unknown heading", `Linea:\nExampleverse:\n${EVM}`],
    ["an unknown short name", `zzz:${EVM}`],
    ["an unknown chain id", `ethereum:${EVM}@987654`],
    ["a word that is a chain’s name too", `core contract ${EVM}`],
    ["an unknown explorer", `https://scan.example/address/${EVM}`],
    ["two names at once", `bsc https://etherscan.io/address/${EVM}`],
    ["an unknown name behind it", `${EVM} on Exampleverse`],
    ["an unknown network", `the Exampleverse network: ${EVM}`],
  ])("is asked where it is unclear: %s", (_, text) => {
    const { addresses, questions } = splitAddresses(text);
    expect(addresses).toEqual([]);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.answers.at(-1)).toEqual({ label: "Leave aside", rows: [] });
    expect(questions[0]?.answers[0]?.rows).toMatchObject([{ address: EVM }]);
    expect(questions[0]?.about).toMatchObject([{ waits: true }]);
  });

  test("is offered by what is likeliest, an unknown one last", () => {
    expect(asked(`Linea:\nExampleverse ${EVM}`)).toEqual([
      "“Exampleverse” may be a chain that nobody here knows, or no chain at all. | Take on Linea | Take on Ethereum | Take on Exampleverse | Leave aside",
    ]);
    expect(asked(`bsc https://etherscan.io/address/${EVM}`)[0]).toContain("Take on Ethereum");
  });

  test("is the incident’s own where the form fits, and asked where several do or it is another", () => {
    const chains = (text: string, own: string[]) =>
      splitAddresses(text, { chains: own }).addresses.map(({ chain }) => chain);
    expect(chains(EVM, ["bsc"])).toEqual(["bsc"]);
    expect(chains(EVM, ["bsc", "ethereum"])).toEqual(["ethereum"]);
    expect(chains(EVM, ["bsc", "base"])).toEqual([]);
    expect(asked(EVM, { chains: ["bsc", "base"] })[0]).toContain(
      "Take on BNB Smart Chain | Take on Base",
    );
    expect(chains(`tron,${TRON}`, ["ethereum"])).toEqual([]);
    const text = `tron,${TRON}\nbase ${EVM}\nbase ${OTHER}`;
    expect(asked(text, { chains: ["ethereum"] })).toEqual([
      "TRON is none of the incident’s chains (Ethereum). | Take on TRON | Leave aside",
      "Base is none of the incident’s chains (Ethereum). | Take on Base | Leave aside",
    ]);
  });

  test("is read in other scripts", () => {
    expect(taken(`以太坊攻击者地址：${EVM}\n波场 ${TRON}`)).toEqual([
      `ethereum ${EVM}`,
      `tron ${TRON}`,
    ]);
    expect(taken(`バイナンススマートチェーン ${EVM}`)).toEqual([`bsc ${EVM}`]);
  });

  test("headings that only say what follows change nothing", () => {
    expect(taken(`Base:\nAttackers:\n${EVM}`)).toEqual([`base ${EVM}`]);
    expect(taken(`Base:\nIt all went through Tron then\n${EVM}`)).toEqual([`base ${EVM}`]);
    expect(doubts(`Optimism:\n${TRON}`)[0]).toContain("was taken as TRON");
  });
});

describe("nothing is dropped", () => {
  test("an address again, whatever its capitals, is told as there already", () => {
    const capitals = `0x${EVM.slice(2).toUpperCase()}`;
    expect(taken(`${EVM}\n${capitals} https://a.example/b`)).toEqual([
      `ethereum ${EVM} https://a.example/b`,
    ]);
    expect(left(`${EVM}\n${capitals} https://a.example/b`)).toEqual([
      `2: ${capitals} https://a.example/b — stands in line 1 already; its source was taken`,
    ]);
    expect(taken(`bsc ${EVM}\nbase ${EVM}`)).toHaveLength(2);
    const addresses = [{ chain: "ethereum", address: capitals }];
    expect(splitAddresses(EVM, { addresses })).toMatchObject({
      addresses: [],
      left: [{ text: EVM, why: "is a row already", waits: false }],
    });
  });

  test.each([
    ["a name beside an address", `Thief foo.eth ${EVM}`, /^1: foo\.eth — is a name/],
    ["a name alone", "foo.eth", /^1: foo\.eth — is a name/],
    ["a column heading", `chain,address\nbsc,${EVM}`, /^1: chain,address — names the columns/],
    ["a heading", `Base:\n${EVM}`, /^1: Base: — names the chain of the lines below it, Base/],
    ["prose", `${EVM}\nIt was a dark night.`, /^2: It was a dark night\. — holds no address/],
    ["a shortened address", `${EVM} and 0x12ab…cd34`, /^1: 0x12ab…cd34 — is shortened/],
    ["two in one word", `${EVM} ${OTHER}/${EVM}`, /^1: 0x25.* — is no address as it stands/],
    [
      "a second link",
      `${EVM} https://a.example/b https://c.example/d`,
      /^1: https:\/\/c\.example\/d — is a second link/,
    ],
    ["a page’s link alone", "https://a.example/b", /^1: https:\/\/a\.example\/b — is a link/],
  ])("%s", (_, text, expected) => {
    expect(left(text)).toEqual([expect.stringMatching(expected)]);
  });

  test("the short form that Markdown shows of a whole address is not told apart", () => {
    const link = `https://etherscan.io/address/${EVM}`;
    expect(taken(`[${EVM.slice(0, 8)}…](${link})`)).toEqual([`ethereum ${EVM} ${link}`]);
    expect(left(`[${EVM.slice(0, 8)}…](${link})`)).toEqual([]);
  });

  test("a destination tag is told", () => {
    const text = "rpQxVcjVF2fC23r3xKyJS53jw8d5SRhZQf?dt=33722";
    expect(taken(text)).toEqual(["ripple rpQxVcjVF2fC23r3xKyJS53jw8d5SRhZQf"]);
    expect(doubts(text)).toEqual(["was taken without the destination tag 33722"]);
  });

  test("text beyond what is split at once waits whole", () => {
    const line = `${"-".repeat(99)}\n`;
    const rest = splitAddresses(`${line.repeat(10_000)}${EVM}\n`).left.at(-1);
    expect(rest).toMatchObject({ line: 10_001, text: `${EVM}\n`, waits: true });
  });
});

describe("somebody else’s", () => {
  const service = (kind: ServiceKind): Partial<PasteContext> => ({
    known: {
      services: {
        [addressKey("bsc", EVM)]: [aKnownAddress({ chain: "ethereum", address: EVM, kind })],
      },
      elsewhere: {},
    },
  });
  const answers = (text: string, context: Partial<PasteContext>) => {
    const { addresses, questions } = splitAddresses(text, context);
    expect(addresses).toEqual([]);
    expect(questions).toHaveLength(1);
    return questions.flatMap((question) =>
      question.answers.map(({ rows }) => rows.map(({ role }) => role).join()),
    );
  };

  test("a service is asked about, and never more than it can be", () => {
    expect(answers(`thief ${EVM}`, service("exchange"))).toEqual(["", "laundering"]);
    expect(answers(`bsc,${EVM}`, service("mixer"))).toEqual(["", "laundering"]);
    expect(answers(`victim ${EVM}`, service("bridge"))).toEqual(["", "victim"]);
    expect(answers(`thief ${EVM}`, service("mev-bot"))).toEqual(["", "attacker"]);
    expect(asked(`USDT ${EVM}`, service("token"))).toEqual([
      "The record’s list of services has it as “c0ffeebabe.eth” (token contract), which many people use. | Leave aside | Take, role to be chosen",
    ]);
  });

  test("what the words alone call a service is asked about, too", () => {
    for (const text of [
      "bridge",
      "router:",
      "WETH",
      "Tornado Cash",
      "Binance hot wallet",
      "token contract",
      "burn address",
    ])
      expect([text, splitAddresses(`${text} ${OTHER}`).addresses]).toEqual([text, []]);
    expect(splitAddresses(`Victim bridge ${OTHER}`).addresses).toMatchObject([{ role: "victim" }]);
    expect(splitAddresses(`mixer deposit ${OTHER}`).addresses).toMatchObject([
      { role: "laundering" },
    ]);
    expect(asked("0x0000000000000000000000000000000000000001")[0]).toContain("(burn address)");
  });

  test("who is a victim in one incident and a thief in another is asked about", () => {
    const known = (role: "attacker" | "victim"): Partial<PasteContext> => ({
      known: {
        services: {},
        elsewhere: { [addressKey("bsc", EVM)]: [{ slug: "foo-2024-01", name: "Foo", role }] },
      },
    });
    expect(asked(`thief ${EVM}`, known("victim"))).toEqual([
      "The record has this address as victim in Foo (foo-2024-01). | Take as attacker | Take as victim | Leave aside",
    ]);
    expect(answers(`victim ${EVM}`, known("attacker"))).toEqual(["victim", "attacker", ""]);
    expect(answers(EVM, known("victim"))).toEqual(["attacker", "victim", ""]);
    expect(splitAddresses(`thief ${EVM}`, known("attacker")).questions).toEqual([]);
  });
});

test("unseen signs are no part of an address", () => {
  for (const sign of ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\u202a"])
    expect(taken(`${sign}${EVM.slice(0, 20)}${sign}${EVM.slice(20)}${sign}`)).toEqual([
      `ethereum ${EVM}`,
    ]);
  expect(taken(`\u00a0${EVM}\u00a0`)).toEqual([`ethereum ${EVM}`]);
  expect(taken(`攻击者地址：${EVM}`)).toEqual([`ethereum ${EVM}`]);
});

describe("chains are guessed from the form", () => {
  test.each([
    ["1ANLZZ2YFGumRXaD3EMii92zWQgvX2CK9c", "bitcoin"],
    ["bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh", "bitcoin"],
    ["Lcrkh5it7ndxVswms1QuRd78g7Fx8a2Ude", "litecoin"],
    ["DGAipZhEbf9r65QdB7WPwzdBKDpefVwwsZ", "dogecoin"],
    ["rpQxVcjVF2fC23r3xKyJS53jw8d5SRhZQf", "ripple"],
    ["CxegPrfn2ge5dNiQberUrQJkHCcimeR4VXkeawcFBBka", "solana"],
    ["qrgxyhj8rzl4l7fgauu6q6vtu2grct4jeyrnaq2s75", "bitcoin-cash"],
    ["GBPIDVKDSNF74OAGVBSPKLW73CSCGISBOBRB3ODROTMOEENZFC6WJFPN", "stellar"],
    [HASH, null],
    ["Tuesday", null],
  ])("%s → %s", (address, chain) => {
    expect(guessChain(address)).toBe(chain);
  });
});

test("a megabyte of anything is split without hanging", () => {
  splitAddresses("0x,".repeat(400_000));
  splitAddresses(`${"a".repeat(999)}\n`.repeat(1000));
  splitAddresses("https://".repeat(100_000));
  for (const run of [" ", ":", "-", ".", "x"]) splitAddresses(`a${run.repeat(900_000)}a`);
  splitAddresses(`bsc ${EVM} `.repeat(20_000));
  splitAddresses(`https://scan.example/address/${EVM} `.repeat(12_000));
});
