import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { KeyNumbers } from "@/components/overview/key-numbers";
import { linksFor } from "@/lib/site/urls/links";
import type { Overview } from "@/lib/statistics/overview/overview";

const total = (incidents: number, unknownSize: number, lossUsd: number) => ({
  incidents,
  unknownSize,
  lossUsd,
  returnedUsd: 0,
  returnedIncidents: 0,
});

function textOf(now: ReturnType<typeof total>, before: ReturnType<typeof total>): string {
  const overview = {
    period: { from: "2020-01-01", to: "2020-01-31" },
    total: now,
    periodBefore: { from: "2019-01-01", to: "2019-01-31" },
    totalBefore: before,
    comparable: total(0, 0, 0),
    comparableBefore: total(0, 0, 0),
    largest: null,
  } satisfies Partial<Overview>;
  return renderToStaticMarkup(
    <KeyNumbers
      overview={overview as unknown as Overview}
      coverage={null}
      view={{ year: 2020, through: "2020-01-31", confidence: "suspected" }}
      links={linksFor({ version: 7, pinned: true })}
    />,
  ).replace(/<[^>]+>/g, " ");
}

test("what nobody has put a figure on is unknown at the first page, and so is its change", () => {
  const unknown = textOf(total(2, 2, 0), total(3, 0, 8_000_000));
  expect(unknown).toMatch(/Total lost\s+unknown/);
  expect(unknown).toMatch(/Change\s+unknown/);
  expect(unknown).not.toMatch(/\$0|−100/);
  expect(textOf(total(3, 0, 8_000_000), total(2, 2, 0))).toMatch(/Change\s+unknown/);
  expect(textOf(total(0, 0, 0), total(3, 0, 8_000_000))).toMatch(/Change\s+−100%/);
});
