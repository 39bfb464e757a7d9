import { answerText } from "@/lib/site/assistants/answer-text";
import { refuse } from "@/lib/site/assistants/tool";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { linksFor } from "@/lib/site/urls/links";
import { lookedUpText, readLookup } from "@/lib/statistics/search/lookup";
import { lookUp } from "@/lib/statistics/search/lookup-queries";

/** As many as an answer has room for; the look-up of the site and of the interface take a thousand. */
const MOST = 50;

export const checkAddress: Tool = {
  title: "Check addresses",
  description:
    "Whether wallet addresses, transactions or links are named by incidents of the record, and in which role. Not being named says nothing of whose an address is.",
  parameters: {
    addresses: {
      type: "array",
      items: { type: "string" },
      description: `1 to ${MOST}, in any spelling of their chains`,
    },
  },
  required: ["addresses"],
  async answer({ db, version, origin }, given) {
    const read = readLookup(given.get("addresses") ?? "");
    if ("problem" in read) return refuse(`addresses: ${read.problem}`);
    if (read.entries.length > MOST)
      return refuse(
        `addresses: allowed are 1 to ${MOST} at once; these are ${read.entries.length}.`,
      );
    const looked = await lookUp(db, version.number, read.entries);
    const links = linksFor({ version: version.number, pinned: true });
    const named = looked.filter(({ incidents }) => incidents.length > 0).length;
    const services = looked.filter(({ service }) => service !== null).length;
    const unread = looked.filter(({ kind }) => kind === null).length;
    const urlOf = (slug: string) => `${origin}${links.incident(slug)}`;
    const of = looked.length === 1 ? "The entry given" : `Of ${looked.length} entries, ${named}`;
    const is = looked.length === 1 ? (named === 1 ? "is" : "is not") : named === 1 ? "is" : "are";
    return {
      ok: true,
      text: answerText({
        finding: `${of} ${is} named by incidents of the record${services === 0 ? "" : `; ${services} belong${services === 1 ? "s" : ""} to a service that many use, which is no evidence of a common thief`}${unread === 0 ? "" : `; ${unread} could not be read as an address, transaction or link`}`,
        version,
        url: `${origin}${links.lookup}`,
        shortId: null,
        table: {
          columns: ["Given", "Result", "Chains", "Service", "Incident", "Role", "URL"],
          rows: looked.flatMap((one) => {
            const row = [
              one.given,
              lookedUpText(one),
              one.chains.join(", ") || "none",
              one.service ?? "none",
            ];
            return one.incidents.length === 0
              ? [[...row, "none", "none", "none"]]
              : one.incidents.map(({ slug, name, role }) => [...row, name, role, urlOf(slug)]);
          }),
        },
        notes: [
          "An address that is not named may be a thief’s all the same: most addresses of thefts are in no public source. One that is named may have been paid by mistake, or be of a service.",
        ],
      }),
      data: {
        version: version.number,
        looked_up: looked.map(({ incidents, ...one }) => ({
          ...one,
          incidents: incidents.map((incident) => ({ ...incident, url: urlOf(incident.slug) })),
        })),
      },
    };
  },
};
