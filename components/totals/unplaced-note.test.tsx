import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { UnplacedNote } from "@/components/totals/unplaced-note";
import { linksFor } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";

const links = linksFor({ version: 7, pinned: true });
const filters = { from: "2020-01-01", to: "2020-04-10" };

function aRow(slug: string, occurredOn: string, lossUsd: number | null): IncidentRow {
  return {
    slug,
    name: `Theft ${slug}`,
    target: "Somebody",
    targetKind: "exchange",
    occurredOn,
    category: "unknown",
    technique: "unknown",
    chains: [],
    lossUsd,
    lossUsdLow: null,
    lossUsdHigh: null,
    returnedUsd: null,
    attributedTo: [],
    sourcing: [],
  };
}

const note = (incidents: number, unknownSize: number, rows: IncidentRow[]) =>
  renderToStaticMarkup(
    <UnplacedNote
      unplaced={{ incidents, unknownSize, lossUsd: 9_000_000 }}
      rows={rows}
      filters={filters}
      links={links}
    />,
  );
const textOf = (html: string) => html.replace(/<[^>]+>/g, "");

describe("what a total leaves out", () => {
  it("is named: which incidents, what each is known to, and what was lost", () => {
    const html = note(3, 1, [
      aRow("a", "2020-04", 6_000_000),
      aRow("b", "2020", 3_000_000),
      aRow("c", "2020-04", null),
    ]);
    expect(textOf(html)).toBe(
      "3 incidents, $9.00m, whose day is not known, are not placed, because only a part of their month or year is counted: " +
        "Theft a (known only to April 2020, $6.00m); Theft b (known only to 2020, $3.00m); " +
        "Theft c (known only to April 2020, of unknown size).",
    );
    expect(html).toContain('href="/v/7/incidents/b"');
    expect(html).toContain("date=unplaced");
    expect(html).not.toMatch(/dateTime="2020-0[14]-01|\b1 (January|April) 2020/i);
  });

  it("says how many more there are than it names", () => {
    expect(textOf(note(8, 0, [aRow("a", "2020", 9_000_000)]))).toMatch(
      /Theft a \(known only to 2020, \$9\.00m\); and 7 more\.$/,
    );
  });

  it("is nothing where nothing is left out", () => {
    expect(note(0, 0, [])).toBe("");
  });
});
