import { audit, command } from "@/lib/desk/access/guarded-command";
import { INTERNET, type Outside, publicFetch } from "@/lib/desk/outside/public-fetch";
import { countAttempt, type Limit } from "@/lib/desk/people/attempt-command";
import { waitText } from "@/lib/desk/people/wait-text";
import { ECB } from "@/lib/desk/rates/exchange-rate";
import { RatesFileError, readRatesFile } from "@/lib/desk/rates/read-rates-file";
import { storeRates } from "@/lib/desk/rates/store-rates-command";

/** The bank publishes once a working day: nobody needs it more often, whoever asks. */
const FETCHES: Limit = { name: "exchange-rates", times: 6, seconds: 3600 };

const ASKED = {
  method: "GET",
  reads: () => true,
  patience: 30_000,
  most: 5_000_000,
  redirects: 3,
} as const;

/** Asks the European Central Bank for its rates and stores them; or says why they were not come by. */
export const fetchRates = command(
  "proposal.write",
  async (
    db,
    by,
    _given: object,
    outside: Outside = INTERNET,
  ): Promise<{ stored: number } | { refused: string }> => {
    const wait = await countAttempt(db, FETCHES, "all");
    if (wait !== null)
      return {
        refused: `The rates were fetched several times within an hour. Ask again in ${waitText(wait.seconds)}, or enter a rate and its source.`,
      };
    const answer = await publicFetch(ECB.file, ASKED, outside);
    if ("why" in answer)
      return {
        refused:
          answer.why === "offline"
            ? "This server has no way to the internet at the moment. Enter a rate and its source."
            : `The European Central Bank’s file ${answer.text}. Enter a rate and its source.`,
      };
    if (answer.status !== 200 || answer.cutOff)
      return {
        refused: `The European Central Bank answered ${answer.status} instead of its rates. Enter a rate and its source.`,
      };
    try {
      const stored = await storeRates(db, readRatesFile(answer.body));
      await audit(db, by, "proposal.write", "exchange rates", `fetched, ${stored} new`);
      return { stored };
    } catch (error) {
      if (error instanceof RatesFileError) return { refused: error.message };
      throw error;
    }
  },
);
