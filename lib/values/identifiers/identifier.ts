import { z } from "zod";

/** Lists in which others keep the same incidents, targets and actors, and what an entry of each is called by. */
export const IDENTIFIER_SCHEMES = [
  {
    value: "defillama",
    label: "DefiLlama",
    form: /^\d{1,9}$/,
    says: "a number, such as 4440",
    url: null,
  },
  {
    value: "slowmist",
    label: "SlowMist Hacked",
    form: /^[\w.:-]{1,200}$/,
    says: "the entry’s own name, without blanks",
    url: null,
  },
  {
    value: "rekt",
    label: "rekt.news",
    form: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    says: "the last part of the article’s URL, such as ronin-rekt",
    url: (value: string) => `https://rekt.news/${value}/`,
  },
  {
    value: "defihacklabs",
    label: "DeFiHackLabs",
    form: /^[\w./-]{1,200}$/,
    says: "the path of its test, such as 2024-02/BlueberryProtocol_exp.sol",
    url: (value: string) =>
      `https://github.com/SunWeb3Sec/DeFiHackLabs/blob/main/src/test/${value}`,
  },
  {
    value: "cve",
    label: "CVE",
    form: /^CVE-\d{4}-\d{4,}$/,
    says: "as in CVE-2023-12345",
    url: (value: string) => `https://www.cve.org/CVERecord?id=${value}`,
  },
  {
    value: "ofac",
    label: "OFAC",
    form: /^\d{1,9}$/,
    says: "the number of its entry in the list, such as 25308",
    url: (value: string) => `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${value}`,
  },
  {
    value: "wikidata",
    label: "Wikidata",
    form: /^Q[1-9]\d*$/,
    says: "as in Q18420436",
    url: (value: string) => `https://www.wikidata.org/wiki/${value}`,
  },
  {
    value: "opensanctions",
    label: "OpenSanctions",
    form: /^[\w-]{3,100}$/,
    says: "the entity’s id, such as NK-2uF2t3Zx",
    url: (value: string) => `https://www.opensanctions.org/entities/${value}/`,
  },
  {
    value: "mitre-attack",
    label: "MITRE ATT&CK",
    form: /^[GS]\d{4}$/,
    says: "as in G0032",
    url: (value: string) =>
      `https://attack.mitre.org/${value.startsWith("G") ? "groups" : "software"}/${value}/`,
  },
] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number]["value"];

const schemes = IDENTIFIER_SCHEMES.map(({ value }) => value) as [
  IdentifierScheme,
  ...IdentifierScheme[],
];

/** What another list calls the same incident, target or actor. */
export const identifierSchema = z
  .strictObject({ scheme: z.enum(schemes), value: z.string().trim().min(1).max(200) })
  .superRefine(({ scheme, value }, context) => {
    const { form, label, says } = schemeOf(scheme);
    if (form.test(value)) return;
    context.addIssue({ code: "custom", path: ["value"], message: `of ${label} must be ${says}` });
  });
export type Identifier = z.infer<typeof identifierSchema>;

/** Identifiers of one record: none stands twice. */
export const identifiersSchema = z
  .array(identifierSchema)
  .max(50)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [index, { scheme, value }] of list.entries()) {
      const key = `${scheme} ${value}`;
      if (seen.has(key))
        context.addIssue({ code: "custom", path: [index, "value"], message: "is named twice" });
      seen.add(key);
    }
  });

function schemeOf(scheme: IdentifierScheme) {
  const found = IDENTIFIER_SCHEMES.find(({ value }) => value === scheme);
  if (found === undefined) throw new Error(`no scheme is called ${scheme}`);
  return found;
}

export function schemeLabel(scheme: string): string {
  return IDENTIFIER_SCHEMES.find(({ value }) => value === scheme)?.label ?? scheme;
}

/** Where a reader finds the entry; null where the list has no page for each. */
export function identifierUrl({ scheme, value }: Identifier): string | null {
  return schemeOf(scheme).url?.(value) ?? null;
}
