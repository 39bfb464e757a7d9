import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Provenance } from "@/components/incidents/provenance";
import { anEstimate, anIncident } from "@/testing/records";

const CONVERTED =
  "KRW 2400000000 at 0.00089172744 on 2021-04-06, A central bank, https://bank.example.org/rates";

function drawn(converted: string | null): string {
  const lossEstimates = [anEstimate({ amountUsd: 2_140_145.86, converted })];
  return renderToStaticMarkup(<Provenance incident={anIncident({ lossEstimates })} />);
}

test("an estimate in another money says what it was, at whose rate, and where that can be read", () => {
  const text = drawn(CONVERTED);
  expect(text).toContain("Said as KRW 2,400,000,000 at 0.00089172744 US dollars, A central bank");
  expect(text).toContain('href="https://bank.example.org/rates"');
  expect(text).toContain("rate of 6 April 2021");
});

test("one in dollars says nothing of the kind, nor one that was withheld", () => {
  expect(drawn(null)).not.toContain("Said as");
  expect(drawn("[withheld]")).not.toContain("Said as");
});
