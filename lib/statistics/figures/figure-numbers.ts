import { legalStatusText } from "@/lib/record/actors/legal-status";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { DataTable } from "@/lib/statistics/charts/model/chart-model";
import {
  dateColumn,
  dayColumn,
  textColumn,
  wholeColumn,
} from "@/lib/statistics/charts/model/chart-numbers";
import { precisionOf } from "@/lib/values/dates/day";

/** Published figures as a file carries them, in the order given. */
export function figureNumbers(figures: readonly PublishedFigureRow[]): DataTable {
  return {
    columns: [
      wholeColumn("figure", "the figure's number, which it keeps", null),
      textColumn("publisher", "who published it"),
      textColumn("title", "what it is called"),
      dayColumn("from", "first day that it is about"),
      dayColumn("to", "last day that it is about"),
      textColumn(
        "category",
        "what it is over; everything, or several categories together, by name",
      ),
      textColumn("actor", "whom it is about, by the name in the address; empty where nobody"),
      textColumn("actor_status", "the legal status of a person that it is about; empty otherwise"),
      textColumn("qualifier", "its publisher's reserve: exact, about, over or nearly"),
      {
        name: "amount_usd",
        title: "the amount as published",
        kind: "number",
        unit: "US dollars",
      },
      dateColumn("published_on", "when it was published"),
      textColumn("published_on_precision", "how precisely that is known: day, month or year"),
      textColumn(
        "source",
        "where it can be read; https://withheld.invalid/N for one that is withheld since version N",
      ),
      textColumn("note", "what is to be known of it"),
      textColumn(
        "selection",
        "what it counts otherwise: named (thefts that its publisher names), part, net (of returns), more (than thefts); empty where nothing of the kind is known",
      ),
      textColumn("retraction", "why it is compared no longer; empty while it is"),
    ],
    rows: figures.map((figure) => [
      figure.figureId,
      figure.publisher,
      figure.title,
      figure.from,
      figure.to,
      figure.category ?? "everything",
      figure.actor?.slug ?? null,
      figure.actor === null ? null : legalStatusText(figure.actor),
      figure.qualifier,
      figure.amountUsd,
      figure.publishedOn,
      precisionOf(figure.publishedOn),
      figure.source,
      figure.note,
      figure.selection,
      figure.retraction,
    ]),
  };
}
