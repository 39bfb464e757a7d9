import { type GivenDataset, givenDataset } from "@/testing/dataset";
import { Dice } from "@/testing/random";

/** A text that somebody searches for, and what has to stand first. */
export interface SearchQuery {
  /** How it was made. */
  made: string;
  q: string;
  /** What may stand first: a record's kind and slug, an address's or a name's own text. */
  wanted: readonly string[];
}

/** What was thought of by hand: what editors and readers typed that found nothing, and what is like it. */
const BY_HAND: readonly (readonly [q: string, ...wanted: string[]])[] = [
  ["ronnin", "target ronin", "incident ronin-2022-03"],
  ["alphapho", "target alphapo", "incident alphapo-2023-07"],
  ["mtgox", "target mt-gox"],
  ["MT GOX hack", "target mt-gox"],
  ["CoinEx hack", "target coinex", "incident coinex-2023-09"],
  ["Lazarus Group", "actor lazarus-group"],
  ["lazarus", "actor lazarus-group"],
  ["trader traitor", "actor tradertraitor"],
  ["SlowMist", "publisher SlowMist"],
  ["reentrancy", "technique reentrancy"],
  ["flash loan attack euler", "target euler-finance", "incident euler-finance-2023-03"],
  ["coinex 2023", "incident coinex-2023-09"],
  ["coin ex", "target coinex", "incident coinex-2023-09"],
  ["horizon bridge hacked", "target harmony", "incident harmony-horizon-2022-06"],
  ["poly network exploit", "target poly-network", "incident poly-network-2021-08"],
  ["wormhol bridge", "target wormhole", "incident wormhole-2022-02"],
  ["nomad brige", "target nomad", "incident nomad-2022-08"],
  ["bybt", "target bybit", "incident bybit-2025-02"],
  ["bybit cold wallet", "incident bybit-2025-02"],
  ["门头沟", "target mt-gox"],
  ["the dao", "target the-dao", "incident the-dao-2016-06"],
  ["who hacked ronin bridge?", "target ronin", "incident ronin-2022-03"],
  ["Atomic Walet", "target atomic-wallet"],
  ["coincheck nem", "incident coincheck-2018-01"],
];

/** Keys beside each other, for slips of the finger. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** As a hurried hand writes it: a letter left out, doubled, swapped with the next, or its neighbour on the keyboard. */
function misspelt(name: string, dice: Dice): string {
  const letters = [...name];
  const places = letters.flatMap((letter, at) =>
    at > 0 && at < letters.length - 1 && /[a-z]/i.test(letter) ? [at] : [],
  );
  const at = dice.pick(places);
  const letter = letters[at] ?? "";
  const next = letters[at + 1] ?? "";
  switch (dice.below(4)) {
    case 0:
      return [...letters.slice(0, at), ...letters.slice(at + 1)].join("");
    case 1:
      return [...letters.slice(0, at), letter, ...letters.slice(at)].join("");
    case 2:
      return [...letters.slice(0, at), next, letter, ...letters.slice(at + 2)].join("");
    default: {
      const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? "";
      const place = row.indexOf(letter.toLowerCase());
      const beside = row[place + 1] ?? row[place - 1] ?? letter;
      return [...letters.slice(0, at), beside, ...letters.slice(at + 1)].join("");
    }
  }
}

/** Names that others have too, or that are parts of others', cannot stand first for each of them. */
function byName(data: GivenDataset): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const add = (name: string, slug: string) => {
    const key = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
    names.set(key, (names.get(key) ?? new Set()).add(slug));
  };
  for (const { slug, name, aliases, formerly } of data.targets)
    for (const each of [name, ...aliases, ...formerly]) add(each, `target ${slug}`);
  for (const { slug, name, aliases } of data.actors)
    for (const each of [name, ...aliases]) add(each, `actor ${slug}`);
  for (const { slug, name } of data.incidents) add(name, `incident ${slug}`);
  return names;
}

/** 300 searches made of the starting dataset, the same ones on every run. */
export function searchQueries(seed = 11): SearchQuery[] {
  const data = givenDataset();
  const dice = new Dice(seed);
  const called = byName(data);
  const key = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const incidentsOf = new Map<string, string[]>();
  for (const { slug, target } of data.incidents)
    incidentsOf.set(target, [...(incidentsOf.get(target) ?? []), `incident ${slug}`]);
  const wantedBy = (name: string) => [
    ...(called.get(key(name)) ?? []),
    ...(incidentsOf.get(name) ?? []),
  ];
  const pick = <Item>(count: number, items: readonly Item[]): Item[] =>
    Array.from({ length: count }, () => dice.pick(items));
  const queries: SearchQuery[] = BY_HAND.map(([q, ...wanted]) => ({ made: "by hand", q, wanted }));
  const add = (made: string, q: string, wanted: readonly string[]) =>
    queries.push({ made, q, wanted });

  const others = [...data.targets, ...data.actors].flatMap((record) =>
    [...record.aliases, ...("formerly" in record ? record.formerly : [])].map((alias) => alias),
  );
  for (const alias of pick(60, others)) add("alias", alias, wantedBy(alias));
  const names = data.targets.map(({ name }) => name).filter((name) => key(name).length >= 5);
  for (const name of pick(70, names)) add("typing error", misspelt(name, dice), wantedBy(name));
  for (const alias of pick(
    10,
    data.actors.map(({ name }) => name).filter((name) => name.length > 5),
  ))
    add("typing error", misspelt(alias, dice), wantedBy(alias));
  for (const name of pick(20, names)) add("written together", key(name), wantedBy(name));
  for (const name of pick(30, names))
    add(
      "further word",
      `${name} ${dice.pick(["hack", "exploit", "stolen funds", "theft"])}`,
      wantedBy(name),
    );
  const publishers = [...new Set(data.figures.map(({ publisher }) => publisher))];
  for (const publisher of pick(20, publishers))
    add("publisher", publisher.toLowerCase(), [`publisher ${publisher}`]);
  const addresses = data.incidents.flatMap(({ addresses }) =>
    addresses.map(({ address }) => address),
  );
  const ways: ((address: string) => string)[] = [
    (address) => address,
    (address) => (/^0x/.test(address) ? address.toUpperCase().replace("0X", "0x") : address),
    (address) => address.slice(0, 12),
    (address) => address.slice(-10),
    (address) => `${address.slice(0, 6)}…${address.slice(-4)}`,
    (address) => `${address.slice(0, 8)}...${address.slice(-6)}`,
    (address) => `https://etherscan.io/address/${address}`,
  ];
  const evm = addresses.filter((address) => /^0x[0-9a-f]{40}$/i.test(address));
  for (const address of pick(46, addresses)) {
    const way = dice.below(6);
    add("address", (ways[way] ?? String)(address), [`address ${address.toLowerCase()}`]);
  }
  for (const address of pick(8, evm))
    add("explorer link", (ways[6] ?? String)(address), [`address ${address.toLowerCase()}`]);
  const hashes = data.incidents.flatMap(({ transactions }) =>
    (transactions ?? []).map(({ hash }) => hash),
  );
  for (const hash of pick(12, hashes))
    add("transaction", dice.chance(0.5) ? hash : hash.slice(0, 14), [
      `transaction ${hash.toLowerCase()}`,
    ]);
  return queries.slice(0, 300);
}
