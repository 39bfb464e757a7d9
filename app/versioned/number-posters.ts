import { notFound } from "next/navigation";
import type { OpenVersion } from "@/app/versioned/open-version";
import type { NumberPoster } from "@/components/publish/number-poster";
import { findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import {
  attributionText,
  rangeText,
  surestAttribution,
} from "@/lib/record/incidents/incident-text";
import { asOfVersion } from "@/lib/record/versions/version";
import { printedUrl } from "@/lib/site/urls/public-url";
import type { ActorView } from "@/lib/site/urls/routes/record-routes";
import { pageRule } from "@/lib/statistics/actors/actor-filters";
import { actorPictureText, attributedToText } from "@/lib/statistics/actors/actor-picture-text";
import type { ConfidenceTotal } from "@/lib/statistics/actors/actor-record";
import { totalsByConfidence } from "@/lib/statistics/actors/confidence-queries";
import { sourceText } from "@/lib/statistics/charts/text/chart-text";
import { actorTitle } from "@/lib/statistics/charts/text/chart-title";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { rangeText as levelRangeText } from "@/lib/statistics/totals/actor-levels";
import { publishedTotalText } from "@/lib/statistics/totals/published-total";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import type { Total } from "@/lib/statistics/totals/totals";
import { dateText } from "@/lib/values/dates/day";
import { whenText } from "@/lib/values/dates/partial-date";
import { isBounded, lossText } from "@/lib/values/money/loss-text";
import { formatUsd } from "@/lib/values/money/usd";
import { chainLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";

/** What the picture of an incident says. */
export async function incidentPoster(
  { db, version, permanent }: OpenVersion,
  slug: string,
): Promise<NumberPoster> {
  const incident = await findIncident(db, version.number, slug);
  if (incident === null) notFound();
  const { lossUsd, returnedUsd } = incident;
  const lost = lossText(incident);
  const said = attributionText(incident, incident.actors);
  const first = surestAttribution(incident.attributions);
  const isAcquitted = first !== null && incident.actors[first.actor]?.status === "acquitted";
  const withdrawn = incident.retraction !== null || incident.mergedInto !== null;
  return {
    title: incident.name,
    subtitle: [
      dateText(incident.occurredOn),
      `${incident.target} (${termLabel(incident.targetKind).toLowerCase()})`,
      termLabel(incident.category),
      incident.chains.slice(0, 4).map(chainLabel).join(", "),
    ]
      .filter((part) => part !== "")
      .join(" · "),
    source: sourceText(version.number),
    address: printedUrl(permanent.incident(slug)),
    notes: [
      ...(withdrawn ? ["This record has been withdrawn and counts in no total."] : []),
      ...(said === null ? [] : ["Attributions are statements of those who make them."]),
    ],
    alternative: `Key figures of ${incident.name} ${whenText(incident.occurredOn)}, where ${lossUsd === null && !isBounded(incident) ? "the size of the loss is unknown" : `${lost} was lost`}.`,
    asOf: asOfVersion(version),
    shortId: null,
    figures: [
      {
        label: "Lost",
        value: lost,
        detail: rangeText(incident) ?? "US dollars at the time of the theft",
      },
      {
        label: "Returned",
        value: returnedUsd === null ? "unknown" : formatUsd(returnedUsd),
        detail: returnedUsd === null ? "No figure is on record" : "Handed back or recovered",
      },
      {
        // Of whoever was acquitted no confidence is said.
        label: isAcquitted ? "The person named was" : "Attributed",
        value: isAcquitted ? "acquitted" : (first?.confidence ?? "to nobody"),
        detail: said ?? "Nobody’s attribution is on record",
      },
    ],
    prose: incident.summary,
  };
}

/** What the picture of an actor says. */
export async function actorPoster(
  { db, version, permanent }: OpenVersion,
  view: ActorView,
): Promise<NumberPoster> {
  const { slug, confidence, period, known } = view;
  const actor = await findActor(db, version.number, slug);
  if (actor === null) notFound();
  const title = actorTitle(nameWithStatus(actor), view);
  const filters = pageRule(slug, view);
  const [total, levels, published] = await Promise.all([
    totalUnder(db, version.number, filters),
    totalsByConfidence(db, version.number, actor.actorId, filters),
    publishedTotal(db, version.number, filters),
  ]);
  const own = levels.filter(({ year }) => year === null);
  const [surest, ...others] = own;
  const range = levelRange(own);
  const isPerson = actor.kind === "individual";
  const isKnown = total.incidents > total.unknownSize;
  const lost = isKnown ? formatUsd(total.lossUsd) : "unknown";
  return {
    title,
    subtitle: `What is attributed to ${attributedToText(isPerson)}${confidence === DEFAULT_CONFIDENCE ? "" : `, ${attributionsText(confidence)}`}; US dollars at the time of each theft, gross, best estimates`,
    source: sourceText(version.number),
    address: printedUrl(permanent.actor(slug, confidence, period, known)),
    notes: [
      "Attributions are statements of those who make them.",
      ...(published === null ? [] : [publishedTotalText(published)]),
    ],
    alternative: actorPictureText(title, isPerson, total, range),
    asOf: period?.through ?? asOfVersion(version),
    shortId: null,
    figures: [
      {
        label: "Attributed losses",
        value: total.incidents === 0 ? "none" : lost,
        detail: [
          ...(range === null ? [] : [others.length > 0 ? range : (surest?.confidence ?? range)]),
          total.unknownSize === 0
            ? "every incident’s size is known"
            : `${total.unknownSize} of unknown size ${total.unknownSize === 1 ? "is" : "are"} left out`,
        ].join("; "),
      },
      { label: "Incidents", value: String(total.incidents), detail: "Each counted once" },
      {
        label: surest === undefined ? "How sure" : capitalised(surest.confidence),
        value: surest === undefined ? "–" : levelText(surest),
        detail:
          others
            .map((level) => `${capitalised(level.confidence)} ${levelText(level)}`)
            .join(" · ") ||
          (surest?.confidence === "acquitted"
            ? "No confidence is said of whoever was acquitted"
            : `By the surest statement that names ${attributedToText(isPerson)}`),
      },
    ],
    prose: actor.description,
  };
}

/** What is attributed with its range. */
function levelRange(levels: readonly ConfidenceTotal[]): string | null {
  return levelRangeText(
    levels.map(({ confidence, lossUsd }) => ({ confidence, amount: lossUsd })),
    formatUsd,
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is attributed with one confidence; unknown where nobody has put a figure on any of it. */
function levelText({ incidents, unknownSize, lossUsd }: Total): string {
  return incidents === unknownSize ? "unknown" : formatUsd(lossUsd);
}
