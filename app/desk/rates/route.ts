import { z } from "zod";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { fetchRates } from "@/lib/desk/rates/fetch-rates-command";
import { rateOn, ratesThrough } from "@/lib/desk/rates/rate-queries";
import { dateText, daySchema } from "@/lib/values/dates/day";

const askedSchema = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  on: daySchema,
});

/** The rate of a day for an amount that is typed in another money; null where none is held. */
export async function GET(request: Request): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "proposal.write")) return answered(person === null ? 401 : 403, REFUSED);
  const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success)
    return answered(400, {
      refused:
        "Send currency, as three capital letters, and on, as a day: ?currency=EUR&on=2023-09-12.",
    });
  const { currency, on } = asked.data;
  const rate = await rateOn(database(), currency, on);
  if (rate !== null) return answered(200, { rate });
  const through = await ratesThrough(database());
  return answered(200, {
    rate: null,
    why:
      through === null
        ? "No rates are held here yet."
        : `No rate of ${currency} for ${dateText(on)} is held here; the newest of all are of ${dateText(through)}.`,
  });
}

/** Fetches the rates of the European Central Bank. */
export async function POST(): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "proposal.write")) return answered(person === null ? 401 : 403, REFUSED);
  return answered(200, await fetchRates(database(), person, {}));
}

const REFUSED = { refused: "Sign in as somebody who may write proposals." };

function answered(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
