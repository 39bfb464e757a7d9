import { Fragment, type ReactNode } from "react";
import { Choice, Labelled } from "@/components/ui/choice";
import { type NamedActor, nameWithStatus } from "@/lib/record/actors/legal-status";
import { CHAIN_COUNTS, DATES, RETURNED, STATEMENTS } from "@/lib/statistics/rules/parameters";
import type { FilterBesidePeriod, FilterOfStatements, Filters } from "@/lib/statistics/rules/views";
import { formatThreshold } from "@/lib/values/money/usd";
import { SOURCINGS } from "@/lib/values/sources/sourcing";
import {
  CATEGORIES,
  CONFIDENCES,
  chainLabel,
  TARGET_KINDS,
  type Term,
} from "@/lib/values/taxonomy/taxonomy";

/** What a filter can be chosen from where the record says it and no fixed list does. */
export interface FilterOptions {
  /** Persons with what their legal status is said from: what is filtered by stands beside a sum. */
  actors: readonly (NamedActor & { slug: string })[];
  chains: readonly string[];
  techniques: readonly Term[];
  /** What the one target that is filtered by is called; null where none is. */
  targetName: string | null;
}

type Field = (filters: Filters, options: FilterOptions) => ReactNode;

/** A filter without a field here does not compile. */
const FIELDS: Record<FilterBesidePeriod | FilterOfStatements, Field> = {
  category: ({ category }) => (
    <Choice
      name="category"
      label="Category"
      given={category}
      options={CATEGORIES}
      any="Any category"
    />
  ),
  technique: ({ technique }, { techniques }) => (
    <Choice
      name="technique"
      label="Technique"
      given={technique}
      options={techniques}
      any="Any technique"
    />
  ),
  target: ({ target }, { targetName }) => (
    <Choice
      name="target"
      label="Target"
      given={target}
      options={[
        ...(target === undefined || targetName === null
          ? []
          : [{ value: target, label: targetName }]),
        ...TARGET_KINDS,
      ]}
      any="Any target"
    />
  ),
  // Links of earlier versions hold it; now a target is chosen on its page.
  "target-name": (filters) =>
    filters["target-name"] === undefined ? null : (
      <Labelled label="Name of the target in sources">
        <input
          type="text"
          name="target-name"
          defaultValue={filters["target-name"]}
          maxLength={200}
          className="field w-full"
        />
      </Labelled>
    ),
  chain: ({ chain }, { chains }) => (
    <Choice
      name="chain"
      label="Chain"
      given={chain}
      options={chains.map((value) => ({ value, label: chainLabel(value) }))}
      any="Any chain"
    />
  ),
  chains: ({ chains }) => (
    <Choice
      name="chains"
      label="Number of chains"
      given={chains}
      options={Object.entries(CHAIN_COUNTS).map(([value, label]) => ({ value, label }))}
      any="Any number"
    />
  ),
  actor: ({ actor }, { actors }) => (
    <Choice
      name="actor"
      label="Attributed to"
      given={actor}
      options={[
        { value: "none", label: "Nobody" },
        ...actors.map((actor) => ({ value: actor.slug, label: nameWithStatus(actor) })),
      ]}
      any="Anybody or nobody"
    />
  ),
  confidence: ({ confidence }) => (
    <Choice
      name="confidence"
      label="Attribution at least"
      given={confidence}
      options={CONFIDENCES}
      any="Any, or none at all"
    />
  ),
  level: ({ level }) => (
    <Choice
      name="level"
      label="Attribution at its surest"
      given={level}
      options={CONFIDENCES}
      any="However sure, or none at all"
    />
  ),
  known: ({ known }) => (
    <Labelled label="Attributed, beside an actor, by">
      <input type="date" name="known" defaultValue={known} className="field w-full" />
    </Labelled>
  ),
  statements: ({ statements }) => (
    <Choice
      name="statements"
      label="Statements, beside an actor"
      given={statements}
      options={Object.entries(STATEMENTS).map(([value, label]) => ({ value, label }))}
      any="Dated or not"
    />
  ),
  least: ({ least }) => <Amount name="least" label="Loss of at least" usd={least} />,
  most: ({ most }) => <Amount name="most" label="Loss of at most" usd={most} />,
  loss: ({ loss }) => (
    <Choice
      name="loss"
      label="Size of the loss"
      given={loss}
      options={[
        { value: "known", label: "Known" },
        { value: "unknown", label: "Unknown" },
      ]}
      any="Known or unknown"
    />
  ),
  returned: ({ returned }) => (
    <Choice
      name="returned"
      label="Returned"
      given={returned}
      options={Object.entries(RETURNED).map(([value, label]) => ({ value, label }))}
      any="Something, nothing or unknown"
    />
  ),
  date: ({ date }) => (
    <Choice
      name="date"
      label="Date"
      given={date}
      options={Object.entries(DATES).map(([value, label]) => ({ value, label }))}
      any="However well it is known"
    />
  ),
  sources: ({ sources }) => (
    <Choice
      name="sources"
      label="Sources"
      given={sources}
      options={SOURCINGS.map(({ value, label }) => ({ value, label: capitalised(label) }))}
      any="Any sources"
    />
  ),
  addresses: ({ addresses }) => (
    <Choice
      name="addresses"
      label="Wallet addresses"
      given={addresses}
      options={HAS}
      any="With or without"
    />
  ),
  transactions: ({ transactions }) => (
    <Choice
      name="transactions"
      label="Transactions"
      given={transactions}
      options={HAS}
      any="With or without"
    />
  ),
  "source-publisher": (filters) => (
    <Labelled label="Publisher of a source">
      <input
        type="text"
        name="source-publisher"
        defaultValue={filters["source-publisher"]}
        maxLength={200}
        className="field w-full"
      />
    </Labelled>
  ),
  q: ({ q }) => (
    <Labelled label="Text or any name of a target">
      <input type="search" name="q" defaultValue={q} maxLength={100} className="field w-full" />
    </Labelled>
  ),
};

const HAS = [
  { value: "yes", label: "With" },
  { value: "no", label: "Without" },
];

/** An amount of US dollars, as people write them. */
function Amount({ name, label, usd }: { name: string; label: string; usd: number | undefined }) {
  return (
    <Labelled label={label}>
      <input
        type="text"
        inputMode="text"
        name={name}
        defaultValue={usd === undefined ? undefined : formatThreshold(usd)}
        placeholder="such as $10m"
        className="field w-full"
      />
    </Labelled>
  );
}

const capitalised = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);

interface FilterFieldsProps {
  names: readonly (FilterBesidePeriod | FilterOfStatements)[];
  /** What is filtered by at present. */
  filters: Filters;
  options: FilterOptions;
}

/** The fields of some filters, in the order given, as parts of a plain form. */
export function FilterFields({ names, filters, options }: FilterFieldsProps) {
  return names.map((name) => <Fragment key={name}>{FIELDS[name](filters, options)}</Fragment>);
}
