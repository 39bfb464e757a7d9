import { environment, environmentProblems } from "@/lib/environment/current-environment";
import type { Version } from "@/lib/record/versions/version";
import { sendLengths } from "@/lib/site/requests/content-length";
import { demandTls } from "@/lib/site/requests/demand-tls";
import { hideInnerHeaders } from "@/lib/site/requests/inner-headers";
import { notePeers } from "@/lib/site/requests/peer-ip";
import { answerPagesPlainly } from "@/lib/site/requests/plain-pages";
import { keepReadyAnswers } from "@/lib/site/requests/ready-answers";
import { refuseMalformed } from "@/lib/site/requests/refuse-malformed";
import { sayTrouble } from "@/lib/site/requests/say-trouble";
import { shedLoad } from "@/lib/site/requests/shed-load";

const shared = globalThis as unknown as {
  /** Taken by page-cache.mjs, which Next loads past its compiler. */
  losslinePageCacheMegabytes?: number;
};

/**
 * What a web process does before it takes its first request. Where a setting is wrong or missing it says so
 * and ends: some of the pages would fail later otherwise.
 * @param askNewest finds out which version is the newest
 * @param state what is known of the database
 */
export function prepareServer(
  askNewest: () => Promise<Version | null>,
  state: Omit<Parameters<typeof sayTrouble>[0], "ask">,
): void {
  const problems = [...environmentProblems()];
  if (problems.length === 0) {
    const settings = environment();
    for (const name of ["DATABASE_URL", "LOSSLINE_SECRET"] as const)
      if (settings[name] === undefined) problems.push(`${name} is not set; \`npm start\` sets it`);
    shared.losslinePageCacheMegabytes = settings.LOSSLINE_PAGE_CACHE_MB;
  }
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exit(1);
  }
  notePeers();
  refuseMalformed();
  // While developing, a changed source is asked for as data.
  // biome-ignore lint/style/noProcessEnv: Next puts the mode that it compiles for in its place
  if (process.env.NODE_ENV === "production") answerPagesPlainly();
  sendLengths();
  hideInnerHeaders();
  demandTls(environment().LOSSLINE_URL);
  shedLoad();
  // After these, and so before them to see a request: what is kept waits for nobody.
  // biome-ignore lint/style/noProcessEnv: as above
  if (process.env.NODE_ENV === "production")
    keepReadyAnswers(environment().LOSSLINE_ANSWER_CACHE_MB, askNewest);
  // Has the last word on what is sent, held back or not.
  sayTrouble({ ask: askNewest, ...state });
}
