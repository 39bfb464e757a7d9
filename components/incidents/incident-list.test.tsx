import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EmptyList } from "@/components/incidents/empty-list";
import { IncidentFilters } from "@/components/incidents/incident-filters";
import { IncidentHeadline } from "@/components/incidents/incident-headline";
import { ListSummary } from "@/components/incidents/list-summary";
import { NamedRecords } from "@/components/incidents/named-records";
import { linksFor } from "@/lib/site/urls/links";
import { FACETS } from "@/lib/statistics/incident-list/facet";
import { selectedValues } from "@/lib/statistics/incident-list/selection-text";
import type { Filters } from "@/lib/statistics/rules/views";
import { anIncident } from "@/testing/records";

const links = linksFor({ version: 7, pinned: true });
const total = (incidents: number) => ({
  incidents,
  unknownSize: 0,
  lossUsd: 97_000_000,
  returnedUsd: 0,
  returnedIncidents: 0,
});
const textOf = (html: string) => html.replace(/<[^>]+>/g, "");

describe("the name of a target", () => {
  const headline = (targetPage: string | null) =>
    renderToStaticMarkup(
      <IncidentHeadline
        incident={{ ...anIncident({ target: "B²  Network" }), targetPage }}
        links={links}
      />,
    );

  it("leads to the target’s page", () => {
    expect(headline("b2-network")).toContain('href="/v/7/targets/b2-network"');
    expect(headline("b2-network")).not.toContain("target-name=");
  });

  it("of one without a record leads to the incidents of that name, not to a search for its letters", () => {
    expect(headline(null)).toContain('href="/v/7/incidents?target-name=B%C2%B2+Network"');
    expect(headline(null)).not.toContain("?q=");
  });

  it("stands in the form, unfolded, so that it is kept when another filter changes", () => {
    const html = renderToStaticMarkup(
      <IncidentFilters
        view={{ filters: { "target-name": "Liquid" }, sort: "newest", page: 1 }}
        links={links}
        options={{ actors: [], chains: [], techniques: [], targetName: null }}
        counts={
          Object.fromEntries(FACETS.map((facet) => [facet, new Map([["phishing", 0]])])) as never
        }
        names={{ actorName: null, targetName: null }}
      />,
    );
    expect(html).toMatch(/<details [^>]*open=""/);
    expect(html).toMatch(/<input [^>]*name="target-name"[^>]* value="Liquid"/);
  });
});

describe("what a list adds up to", () => {
  it("names the one target that it is about", () => {
    const html = renderToStaticMarkup(
      <ListSummary total={total(1)} target={{ slug: "liquid", name: "Liquid" }} links={links} />,
    );
    expect(textOf(html)).toBe("1 incident at Liquid, $97.0m lost.");
    expect(html).toContain('href="/v/7/targets/liquid"');
  });

  it("is no total of a name where a text was searched for", () => {
    const found = (count: number) =>
      textOf(
        renderToStaticMarkup(<ListSummary total={total(count)} searched="Lazarus" links={links} />),
      );
    expect(found(7)).toMatch(/^7 incidents mention “Lazarus”\./);
    expect(found(1)).toMatch(/^1 incident mentions “Lazarus”\./);
    expect(found(7)).not.toContain("$");
    const all = renderToStaticMarkup(<ListSummary total={total(7)} links={links} />);
    expect(textOf(all)).toBe("7 incidents, $97.0m lost.");
  });

  it("is unknown, not $0, where nobody has put a figure on any incident", () => {
    const text = (unknownSize: number, lossUsd: number) =>
      textOf(
        renderToStaticMarkup(
          <ListSummary total={{ ...total(3), unknownSize, lossUsd }} links={links} />,
        ),
      );
    expect(text(3, 0)).toBe("3 incidents of unknown size.");
    expect(text(2, 5_000_000)).toBe("3 incidents, $5.00m lost, 2 of unknown size.");
    expect(text(0, 0)).toBe("3 incidents, $0 lost.");
  });

  it("leads from a name that was searched for to who bears it, with the total of that", () => {
    const text = (isOwnName: boolean) =>
      renderToStaticMarkup(
        <NamedRecords
          records={[
            {
              kind: "actor",
              slug: "lazarus-group",
              name: "Lazarus Group",
              isOwnName,
              total: total(116),
            },
          ]}
          text="APT38"
          links={links}
        />,
      );
    expect(textOf(text(true))).toBe("Lazarus Group is an actor: 116 incidents, $97.0m lost");
    expect(textOf(text(false))).toContain("Lazarus Group (found as “APT38”) is an actor");
    expect(text(true)).toContain('href="/v/7/actors/lazarus-group"');
  });
});

describe("a list without an incident", () => {
  const emptyList = (filters: Filters, isTargetUnknown: boolean) =>
    renderToStaticMarkup(
      <EmptyList
        filters={filters}
        isTargetUnknown={isTargetUnknown}
        selected={selectedValues(filters, { actorName: null, targetName: null }).map(
          (one, place) => ({ ...one, incidents: place === 0 ? 12 : 0 }),
        )}
        links={links}
      />,
    );

  it("says that the record has no target of the name, and offers the search", () => {
    const html = emptyList({ "target-name": "Likwid" }, true);
    expect(textOf(html)).toContain("The record has no target of the name “Likwid”.");
    expect(html).toContain('href="/v/7/incidents?q=Likwid"');
    expect(emptyList({ "target-name": "a".repeat(200) }, true)).not.toContain("?q=");
  });

  it("says without which filter there would be some, and of how many", () => {
    const html = emptyList({ category: "phishing,exit-scam", q: "zebra" }, false);
    expect(textOf(html)).toContain("without “category phishing”, 12 incidents");
    expect(html).toContain('href="/v/7/incidents?category=exit-scam&amp;q=zebra"');
    expect(textOf(html)).not.toContain("without “mentioning");
  });

  it("says that the filters fit none where the target is known", () => {
    expect(textOf(emptyList({ "target-name": "Liquid" }, false))).toContain(
      "No incident of the record fits all of these filters.",
    );
  });
});
