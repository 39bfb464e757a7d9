import { distinctiveWords, letterLikeness, wordsOf } from "@/lib/desk/duplicates/distinctive-words";
import type { Typed } from "@/lib/desk/forms/typed";
import { dayOf } from "@/lib/values/dates/day";
import type { GivenIncident } from "@/testing/dataset";
import { Dice } from "@/testing/random";

// Pairs of which it is known whether they are one incident, made from a dataset by a seeded rule.

/** An incident as somebody types it, and one of the record. */
export interface LabelledPair {
  typed: Typed;
  /** What it was made from. */
  from: string;
  /** The other one's slug. */
  other: string;
  same: boolean;
  /** What makes it easy or hard. */
  kind: "retold" | "same target" | "similar name" | "same day" | "shared address" | "any two";
}

/** @param most retold incidents; as many pairs of two different ones are made, the hard ones first */
export function labelledPairs(
  incidents: readonly GivenIncident[],
  most: number,
  seed = 4,
): LabelledPair[] {
  const dice = new Dice(seed);
  const order = [...incidents]
    .map((incident) => ({ incident, at: dice.fraction() }))
    .sort((one, other) => one.at - other.at)
    .map(({ incident }) => incident);
  const retold = order.slice(0, most).map(
    (incident): LabelledPair => ({
      typed: retell(incident, dice),
      from: incident.slug,
      other: incident.slug,
      same: true,
      kind: "retold",
    }),
  );
  return [...retold, ...differentPairs(order, most, dice)];
}

function differentPairs(
  incidents: readonly GivenIncident[],
  most: number,
  dice: Dice,
): LabelledPair[] {
  const found: Record<Exclude<LabelledPair["kind"], "retold">, [GivenIncident, GivenIncident][]> = {
    "same target": [],
    "similar name": [],
    "same day": [],
    "shared address": [],
    "any two": [],
  };
  incidents.forEach((one, index) => {
    for (const other of incidents.slice(index + 1)) found[kindOf(one, other)].push([one, other]);
  });
  const shares = {
    "same target": 0.35,
    "shared address": 0.1,
    "similar name": 0.2,
    "same day": 0.25,
  };
  const chosen = (Object.keys(shares) as (keyof typeof shares)[]).flatMap((kind) =>
    found[kind].slice(0, Math.round(most * shares[kind])).map((pair) => ({ kind, pair })),
  );
  const any = found["any two"];
  while (chosen.length < most) chosen.push({ kind: "any two" as never, pair: dice.pick(any) });
  return chosen.map(({ kind, pair: [one, other] }) => ({
    typed: retell(one, dice),
    from: one.slug,
    other: other.slug,
    same: false,
    kind,
  }));
}

function kindOf(one: GivenIncident, other: GivenIncident): Exclude<LabelledPair["kind"], "retold"> {
  const [ours, theirs] = [
    distinctiveWords(one.target).join(""),
    distinctiveWords(other.target).join(""),
  ];
  if (ours === theirs) return "same target";
  if (
    one.addresses.some(({ address }) => other.addresses.some((their) => their.address === address))
  )
    return "shared address";
  if (one.occurredOn === other.occurredOn && one.occurredOn.length === 10) return "same day";
  return letterLikeness(ours, theirs) > 0.4 ? "similar name" : "any two";
}

/** An incident as somebody else would enter it, who read of it elsewhere. */
function retell(incident: GivenIncident, dice: Dice): Typed {
  const target = retoldTarget(incident.target, dice);
  const ways = [
    "{} hack",
    "{} exploited",
    "Hack of {}",
    "{} security incident",
    "{} loses funds",
    "{}",
  ];
  return {
    name: dice.pick(ways).replace("{}", target),
    target,
    occurredOn: retoldDay(incident.occurredOn, dice),
    category: incident.category,
    lossUsd: retoldLoss(incident, dice),
    addresses: dice.some(incident.addresses, 0.3).map(({ chain, address }) => ({
      chain,
      address: dice.chance(0.5) ? address : respelt(address),
    })),
    sources: [
      { url: `https://news.example/${dice.below(1e9)}` },
      ...dice.some(incident.sources, 0.15).map(({ url }) => ({ url: relinked(url, dice) })),
    ],
  };
}

function retoldTarget(target: string, dice: Dice): string {
  const words = target.replace(/\s*\(.*\)/, "").split(" ");
  const roll = dice.fraction();
  if (roll < 0.35) return target;
  if (roll < 0.55) {
    // Without what only says of what kind it is.
    const short = words.filter(
      (word) =>
        !/^(finance|protocol|network|exchange|token|dao|bridge|labs|capital|coin)$/i.test(word),
    );
    return short.length === 0 ? target : short.join(" ");
  }
  if (roll < 0.7)
    return `${words.join(" ")} ${dice.pick(["Protocol", "Finance", "Exchange", "DeFi"])}`;
  if (roll < 0.82) return words.join("").toLowerCase();
  if (roll < 0.92) return misspelt(words.join(" "), dice);
  const letters = wordsOf(target).map((word) => word[0]?.toUpperCase() ?? "");
  return letters.length >= 4 ? letters.join("") : words.join(" ").toUpperCase();
}

/** With two letters in each other's place. */
function misspelt(text: string, dice: Dice): string {
  if (text.length < 6) return text;
  const at = 2 + dice.below(text.length - 4);
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

function retoldDay(date: string, dice: Dice): string {
  if (date.length < 10) return date;
  const roll = dice.fraction();
  if (roll < 0.12) return date.slice(0, 7);
  const off = roll < 0.5 ? 0 : roll < 0.8 ? 1 : roll < 0.92 ? 2 : 3;
  return dayOf(new Date(Date.parse(date) + (dice.chance(0.7) ? off : -off) * 86_400_000));
}

function retoldLoss(incident: GivenIncident, dice: Dice): string {
  const { lossUsd, lossUsdHigh, lossUsdLow } = incident;
  if (lossUsd === null || dice.chance(0.15)) return "";
  if (dice.chance(0.1)) return String(lossUsdHigh ?? lossUsdLow ?? lossUsd);
  if (dice.chance(0.1)) return String(Math.round(lossUsd * (0.8 + dice.fraction() * 0.4)));
  const digits = dice.chance(0.5) ? 2 : 3;
  return String(Number(lossUsd.toPrecision(digits)));
}

function respelt(address: string): string {
  return address.startsWith("0x") ? `0x${address.slice(2).toUpperCase()}` : address;
}

function relinked(link: string, dice: Dice): string {
  const other = dice.chance(0.5) ? link : link.replace(/^https:\/\/(www\.)?/, "http://www.");
  return dice.chance(0.5)
    ? other
    : `${other}${other.includes("?") ? "&" : "?"}utm_source=newsletter`;
}
