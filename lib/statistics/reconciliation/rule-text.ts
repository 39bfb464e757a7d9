import type { IsIn, PublisherRule } from "@/lib/record/publishers/publisher";

/** One switch of a publisher's rule in words; null where it is not known how it stands. */
export interface RuleSwitch {
  label: string;
  value: string | null;
}

const IN: Record<NonNullable<IsIn>, string> = {
  in: "counted",
  out: "left out",
  part: "counted in part: its publications differ",
};
const RETURNED = {
  gross: "gross: what came back is not taken off",
  net: "net: what came back is taken off",
  "stated-both": "both sums stated side by side",
} as const;
const VALUATION = {
  "at-theft": "prices of the day of the theft",
  realised: "what could be cashed in",
  face: "face value of what was minted or borrowed",
} as const;
const ATTRIBUTIONS = {
  own: "by its own work",
  "cites-others": "passes on others’ findings",
} as const;

const said = <Key extends string>(words: Record<Key, string>, key: Key | null) =>
  key === null ? null : words[key];

/** A publisher's rule as switches, those included of which it is not known how they stand. */
export function ruleSwitches(rule: PublisherRule): RuleSwitch[] {
  return [
    { label: "Scams", value: said(IN, rule.scams) },
    { label: "Phishing", value: said(IN, rule.phishing) },
    { label: "Private persons", value: said(IN, rule.personalWallets) },
    { label: "Returned money", value: said(RETURNED, rule.returned) },
    { label: "Valuation", value: said(VALUATION, rule.valuation) },
    {
      label: "DeFi alone",
      value: rule.defiOnly === null ? null : rule.defiOnly ? "yes" : "no",
    },
    {
      label: "Threshold",
      value: rule.leastUsd === null ? null : `$${rule.leastUsd.toLocaleString("en-GB")}`,
    },
    { label: "Attributions", value: said(ATTRIBUTIONS, rule.attributions) },
  ];
}

/** The years of a rule: `2023`, `2024 to 2025`, `from 2025`. */
export function ruleYears({ from, to }: Pick<PublisherRule, "from" | "to">): string {
  if (from === to && from !== null) return from;
  if (to === null) return from === null ? "all years" : `from ${from}`;
  return from === null ? `to ${to}` : `${from} to ${to}`;
}

const PARTS = [
  ["scams", "scams"],
  ["phishing", "phishing"],
  ["personalWallets", "thefts from private persons"],
] as const;
const BRIEF_RETURNED = {
  gross: "gross",
  net: "net of what came back",
  "stated-both": "gross and net stated",
} as const;

/** A publisher's rule in one line, without what is not known of it. */
export function ruleInBrief(rule: PublisherRule): string {
  const of = (wanted: NonNullable<IsIn>) =>
    PARTS.flatMap(([key, label]) => (rule[key] === wanted ? [label] : []));
  const list = new Intl.ListFormat("en-GB");
  const said = (words: string, labels: readonly string[]) =>
    labels.length === 0 ? [] : [`${words} ${list.format(labels)}`];
  const parts = [
    ...said("counts", of("in")),
    ...said("leaves out", of("out")),
    ...said("counts in part", of("part")),
    ...(rule.returned === null ? [] : [BRIEF_RETURNED[rule.returned]]),
    ...(rule.valuation === null ? [] : [`at ${VALUATION[rule.valuation]}`]),
    ...(rule.defiOnly === true ? ["DeFi alone"] : []),
    ...(rule.attributions === null ? [] : [`attributes ${BRIEF_ATTRIBUTIONS[rule.attributions]}`]),
  ];
  return parts.length === 0 ? "nothing but its scope is known" : parts.join("; ");
}

const BRIEF_ATTRIBUTIONS = { own: "by its own work", "cites-others": "as others do" } as const;
