import { readReport } from "@/lib/desk/forms/report/read-report";
import type { ReportProposal } from "@/lib/desk/forms/report/report";
import type { Typed } from "@/lib/desk/forms/typed";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { REPORT_NAMES, type ReportCase } from "@/testing/reports/report-case";

/** How often a field was proposed as it should be, otherwise, or not at all though the text says it. */
export interface FieldCount {
  right: number;
  wrong: number;
  missed: number;
}

/** What of one field should be proposed, and what is. */
interface Compared {
  field: string;
  wanted: readonly string[];
  found: readonly string[];
}

/** Counts over all reports, field by field; and what went wrong, in words. */
export function measureReports(cases: readonly ReportCase[]): {
  counts: Record<string, FieldCount>;
  faults: string[];
} {
  const counts: Record<string, FieldCount> = {};
  const faults: string[] = [];
  for (const each of cases)
    for (const { field, wanted, found } of comparedOf(each)) {
      counts[field] ??= { right: 0, wrong: 0, missed: 0 };
      const count = counts[field];
      const wrong = found.filter((text) => !wanted.includes(text));
      const missed = wanted.filter((text) => !found.includes(text));
      count.right += wanted.length - missed.length;
      count.wrong += wrong.length;
      count.missed += Math.max(0, missed.length - wrong.length);
      if (wrong.length + missed.length > 0)
        faults.push(
          `${each.title}: ${field}: ${wrong.join(" + ")} instead of ${missed.join(" + ")}`,
        );
    }
  return { counts, faults };
}

function comparedOf(expected: ReportCase): Compared[] {
  const { proposals } = readReport(expected.text, REPORT_NAMES);
  const of = (field: string) => proposals.filter((each) => each.field === field);
  const rows = (field: string) => of(field).flatMap(({ value }) => (isRow(value) ? [value] : []));
  /** Of several for one field the first is what is proposed. */
  const first = (field: string) => {
    const [likeliest] = of(field);
    return typeof likeliest?.value === "string" ? [likeliest.value] : [];
  };
  const sum = (field: string) => first(field).map((text) => text.replaceAll(",", ""));
  const one = (value: string | number | null | undefined) =>
    value === null || value === undefined || value === "" ? [] : [String(value)];
  const { best, low, high } = expected;
  const ends = (field: string) => sum(field).filter((text) => text !== String(best));
  return [
    { field: "target", wanted: one(expected.target), found: first("target") },
    { field: "day", wanted: one(expected.day), found: first("occurredOn") },
    { field: "best", wanted: one(best), found: sum("lossUsd") },
    { field: "low", wanted: one(low), found: ends("lossUsdLow") },
    { field: "high", wanted: one(high), found: ends("lossUsdHigh") },
    { field: "returned", wanted: one(expected.returned), found: sum("returnedUsd") },
    { field: "chains", wanted: expected.chains, found: of("chains").map(chainOf) },
    { field: "assets", wanted: expected.assets ?? [], found: rows("assets").map(assetText) },
    {
      field: "addresses",
      wanted: expected.addresses ?? [],
      found: rows("addresses").map(
        ({ chain, address, role }) =>
          `${readChain(String(chain))} ${address} ${role === "" ? "unknown" : role}`,
      ),
    },
    {
      field: "transactions",
      wanted: expected.transactions ?? [],
      found: rows("transactions").map(({ chain, hash }) => `${readChain(String(chain))} ${hash}`),
    },
    {
      field: "attributions",
      wanted: expected.attributions ?? [],
      found: rows("attributions").map(
        ({ actor, by, confidence, on }) => `${actor}, ${said(by)}, ${confidence}, ${said(on)}`,
      ),
    },
    {
      field: "sources",
      wanted: expected.sources ?? [],
      found: rows("sources").map(({ url, publishedOn }) => `${url}, ${said(publishedOn)}`),
    },
  ];
}

function assetText({ symbol, quantity, usd }: Typed): string {
  const plain = (text: Typed[string] | undefined) => said(text).replaceAll(",", "");
  return `${symbol} ${plain(quantity)} ${plain(usd)}`;
}

function said(text: Typed[string] | undefined): string {
  return typeof text === "string" && text !== "" ? text : "null";
}

function chainOf({ value }: ReportProposal): string {
  return typeof value === "string" ? readChain(value) : "";
}

function isRow(value: ReportProposal["value"]): value is Typed {
  return typeof value === "object";
}
