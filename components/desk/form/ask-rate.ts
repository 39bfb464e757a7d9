import type { DayRate } from "@/lib/desk/rates/exchange-rate";

/** What the server says of a day's rate; or why nothing is known. */
export type RateAnswer = { rate: DayRate } | { why: string };

const NO_CONNECTION = "There is no connection to the server. Enter a rate and its source.";

/** Asks for the rate of a currency on a day. */
export async function askRate(currency: string, on: string): Promise<RateAnswer> {
  const said = await answerOf(`/desk/rates?${new URLSearchParams({ currency, on })}`);
  if (said.rate !== null && typeof said.rate === "object") return { rate: said.rate as DayRate };
  return { why: textOf(said.why ?? said.refused) };
}

/** Has the server fetch what is published; null where it did, and why not otherwise. */
export async function fetchRates(): Promise<string | null> {
  const said = await answerOf("/desk/rates", { method: "POST" });
  return typeof said.stored === "number" ? null : textOf(said.refused);
}

async function answerOf(url: string, init?: RequestInit): Promise<Record<string, unknown>> {
  try {
    const answer = await fetch(url, init);
    return (await answer.json()) as Record<string, unknown>;
  } catch {
    return { why: NO_CONNECTION, refused: NO_CONNECTION };
  }
}

function textOf(said: unknown): string {
  return typeof said === "string" ? said : NO_CONNECTION;
}
