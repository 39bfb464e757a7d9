import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { IncidentNumbers } from "@/components/incidents/incident-numbers";
import { IncidentLoss } from "@/components/incidents/loss";
import { anEstimate, anIncident } from "@/testing/records";

const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const bounded = { lossUsd: null, lossUsdLow: null, lossUsdHigh: 70e6 };

test("a loss that is known by a bound is printed as that, and carries no value", () => {
  const html = renderToStaticMarkup(<IncidentLoss of={bounded} />);
  expect(html).toContain("up to $70.0m");
  expect(html).toContain("up to $70,000,000");
  expect(html).not.toContain("<data");
  expect(renderToStaticMarkup(<IncidentLoss of={{ ...bounded, lossUsdHigh: null }} />)).toContain(
    "unknown",
  );
});

test("an incident's page says who gives the bound, and neither unknown nor a best estimate", () => {
  const incident = anIncident({
    ...bounded,
    returnedUsd: 0,
    lossEstimates: [anEstimate({ amountUsd: 70e6, by: "CoinEx", preferred: false })],
  });
  const text = textOf(renderToStaticMarkup(<IncidentNumbers incident={incident} />));
  expect(text).toContain("up to $70.0m");
  expect(text).toContain("$70.0m by CoinEx");
  expect(text).not.toMatch(/unknown|nobody has put/i);
});
