import { nameInParts } from "@/lib/record/actors/legal-status";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import type { ChartRows } from "@/lib/statistics/charts/registry";
import type { Dimension } from "@/lib/statistics/rules/parameters";
import type { ActorTotal } from "@/lib/statistics/totals/totals";
import type { ChartWords } from "./chart-words";
import { namesIn } from "./terms-in-language";

/** A person's legal status in the language; the name stays as the record has it. */
export function actorNameIn(words: ChartWords, name: string): string {
  const parts = nameInParts(name);
  if (parts === null) return name;
  const { before, status, when, after } = parts;
  const said = words.legalStatus(status, when === null ? null : words.date.long(when));
  return `${before} (${said})${after}`;
}

/** The rows of a chart with their terms and persons' legal statuses in a language. */
export function rowsIn(words: ChartWords, rows: ChartRows, by: Dimension | null): ChartRows {
  const nameOf = (name: string) => actorNameIn(words, name);
  const facts = { actorName: rows.actorName === null ? null : nameOf(rows.actorName) };
  switch (rows.chart) {
    case "monthly":
      return { ...rows, ...facts, names: namesIn(words, by ?? "category", rows.names, nameOf) };
    case "techniques":
    case "targets":
    case "chains": {
      const names = namesIn(words, by, rows.split.names, nameOf);
      return { ...rows, ...facts, split: { ...rows.split, names } };
    }
    case "quantiles":
    case "concentration": {
      const names = namesIn(words, by, rows.spreads.names, nameOf);
      return { ...rows, ...facts, spreads: { ...rows.spreads, names } };
    }
    case "recovery": {
      const names = namesIn(words, by, rows.recoveries.names, nameOf);
      return { ...rows, ...facts, recoveries: { ...rows.recoveries, names } };
    }
    case "actors": {
      const { breakdown } = rows;
      const named = (actor: ActorTotal): ActorTotal => ({
        ...actor,
        name: nameOf(actor.name),
        parts: actor.parts.map(named),
      });
      return {
        ...rows,
        ...facts,
        breakdown: { ...breakdown, actors: breakdown.actors.map(named) },
      };
    }
    case "actor-years": {
      const actors = rows.actors.map((actor) => ({ ...actor, name: nameOf(actor.name) }));
      return { ...rows, ...facts, actors };
    }
    default:
      return { ...rows, ...facts };
  }
}

/** An axis with its ticks written in a language. */
export function axisIn({ number }: ChartWords, axis: AmountAxis): AmountAxis {
  const labels = number.ticks(axis);
  return {
    ...axis,
    ticks: axis.ticks.map((tick, place) => ({ ...tick, label: labels[place] ?? tick.label })),
  };
}
