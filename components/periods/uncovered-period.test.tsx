import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { UncoveredPeriod } from "@/components/periods/uncovered-period";
import { linksFor } from "@/lib/site/urls/links";
import { cutAt, type Period, parsePeriod } from "@/lib/statistics/periods/period";

const through = "2025-08-20";
const periodOf = (key: string): Period => {
  const period = parsePeriod(key);
  if (period === null) throw new Error(`no period ${key}`);
  return period;
};

it("a period not covered says so, and the number through the covered day", () => {
  const total = { incidents: 3, unknownSize: 1, lossUsd: 7_000_000 };
  const html = renderToStaticMarkup(
    <UncoveredPeriod
      view={{ period: periodOf("2025-10"), through }}
      covered={["2025-08", "2025"].map((key) => ({
        view: cutAt(periodOf(key), through),
        total: { ...total, returnedUsd: 0, returnedIncidents: 0 },
      }))}
      links={linksFor({ version: 7, pinned: true })}
    />,
  );
  const text = html.replace(/<[^>]+>/g, " ").replace(/\u00a0/g, " ");
  expect(text).toContain("October 2025 is not yet covered");
  expect(text).toContain("through 20 August 2025");
  expect(text).toMatch(/2025 through 20 August\s*: 3 incidents, \$7\.00m lost, 1 of unknown size/);
  expect(text).not.toContain("$0");
  expect(html).toContain("/v/7/periods/2025-08");
});
