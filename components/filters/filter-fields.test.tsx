import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FilterFields } from "@/components/filters/filter-fields";
import {
  FILTERS_BESIDE_PERIOD,
  FILTERS_OF_STATEMENTS,
  type Filters,
} from "@/lib/statistics/rules/views";

const FILTERS = {
  category: "phishing",
  technique: "reentrancy",
  target: "bridge",
  "target-name": "Liquid",
  chain: "bsc",
  actor: "lazarus-group",
  confidence: "likely",
  level: "confirmed",
  known: "2023-09-15",
  statements: "undated",
  least: 1_000_000,
  most: 9_000_000,
  addresses: "yes",
  transactions: "no",
  "source-publisher": "SlowMist",
  loss: "known",
  chains: "several",
  returned: "some",
  date: "month",
  sources: "copies",
  q: "wallet",
} as const satisfies Filters;

test.each([...FILTERS_BESIDE_PERIOD, ...FILTERS_OF_STATEMENTS])(
  "the field of %s is sent under its name and says what is filtered by",
  (name) => {
    const options = { actors: [], chains: [], techniques: [], targetName: null };
    const html = renderToStaticMarkup(
      <FilterFields names={[name]} filters={FILTERS} options={options} />,
    );
    expect(html.match(/ name="[^"]*"/g)).toEqual([` name="${name}"`]);
    const value = { ...FILTERS, least: "\\$1m", most: "\\$9m" }[name];
    expect(html).toMatch(
      new RegExp(`<(input [^>]*value="${value}"|option value="${value}" selected="")`),
    );
  },
);
