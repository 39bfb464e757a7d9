import type {
  Grouped,
  OfGroup,
  Recovery,
  SizeClass,
  Spread,
} from "@/lib/statistics/distributions/distribution";

// Made-up quantiles, sizes and recoveries.

/** How losses lie; null is one of unknown size. The largest three are added up. */
export function exampleSpread(
  key: string | null,
  losses: readonly (number | null)[],
): OfGroup<Spread> {
  const known = losses.filter((loss) => loss !== null).toSorted((one, other) => one - other);
  const sum = (list: readonly number[]) => list.reduce((all, loss) => all + loss, 0);
  const at = (percent: number) => {
    const below = known[Math.ceil((percent * known.length) / 100) - 1];
    const above = known[Math.floor((percent * known.length) / 100)];
    return below === undefined || above === undefined ? null : (below + above) / 2;
  };
  return {
    key,
    incidents: losses.length,
    unknownSize: losses.length - known.length,
    amount: sum(known),
    tenth: at(10),
    lower: at(25),
    median: at(50),
    upper: at(75),
    ninetieth: at(90),
    largest: known.at(-1) ?? null,
    largestTogether: sum(known.slice(-3)),
    withoutLargest: sum(known.slice(0, -1)),
    withoutLargestTogether: sum(known.slice(0, -3)),
  };
}

/** Losses that grow by steps, so many of them, the last of unknown size. */
const losses = (count: number, step: number) =>
  Array.from({ length: count }, (_, place) =>
    place === count - 1 && count > 1 ? null : Math.round(step * 1.6 ** (place % 17)),
  );

export function exampleYearSpreads(years: readonly number[]): Grouped<Spread> {
  const groups = years.map((year, place) =>
    exampleSpread(String(year), losses(1 + place * 4, (place + 1) * 20_011)),
  );
  const all = years.flatMap((_, place) => losses(1 + place * 4, (place + 1) * 20_011));
  return { total: exampleSpread(null, all), groups, names: {} };
}

/** As many groups as there are names, the first the largest. */
export function exampleSpreads(names: Record<string, string>): Grouped<Spread> {
  const keys = Object.keys(names);
  const own = keys.map((_, place) => losses(3 * (keys.length - place), (place + 1) * 10_007));
  const groups = keys.map((key, place) => exampleSpread(key, own[place] ?? []));
  return { total: exampleSpread(null, own.flat()), groups, names };
}

/** So many incidents that lost an amount together; of each but the first it is not known what came back. */
export function exampleRecovery(incidents: number, lost: number): Recovery {
  const known = Math.min(1, incidents);
  const returned = lost / 4;
  return {
    incidents,
    unknownSize: incidents - known,
    amount: returned,
    known,
    some: known,
    returnedOfKnown: returned,
    lostOfKnown: lost / 2,
    lost,
  };
}

export function exampleYearRecoveries(years: readonly number[]): Grouped<Recovery> {
  return recoveriesOf(years.map(String), {});
}

export function exampleRecoveries(names: Record<string, string>): Grouped<Recovery> {
  return recoveriesOf(Object.keys(names), names);
}

function recoveriesOf(keys: readonly string[], names: Record<string, string>): Grouped<Recovery> {
  const groups = keys.map((key, place): OfGroup<Recovery> => {
    const incidents = (keys.length - place) * 9;
    // Of every fourth nothing is known, and of one more came back than was lost.
    const known = place % 4 === 3 ? 0 : incidents - 5;
    const returnedOfKnown = known === 0 ? 0 : (place + 1) * 7_300_000;
    return {
      key,
      incidents,
      unknownSize: incidents - known,
      amount: returnedOfKnown,
      known,
      some: known,
      returnedOfKnown,
      lostOfKnown: known === 0 ? 0 : place === 2 ? 15_000_000 : (place + 2) * 11_000_000,
      lost: (place + 2) * 31_000_000,
    };
  });
  const sum = (of: (group: Recovery) => number) =>
    groups.reduce((all, group) => all + of(group), 0);
  return {
    total: {
      incidents: sum((group) => group.incidents),
      unknownSize: sum((group) => group.unknownSize),
      amount: sum((group) => group.amount),
      known: sum((group) => group.known),
      some: sum((group) => group.some),
      returnedOfKnown: sum((group) => group.returnedOfKnown),
      lostOfKnown: sum((group) => group.lostOfKnown),
      lost: sum((group) => group.lost),
    },
    groups,
    names,
  };
}

/** Few small losses, many of a million, and one of a billion. */
export function exampleSizes(): SizeClass[] {
  const steps = [0, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
  const counts = [12, 203, 611, 742, 240, 48, 1];
  return steps.map((from, place) => ({
    from,
    below: steps[place + 1] ?? null,
    incidents: counts[place] ?? 0,
    amount: Math.round((counts[place] ?? 0) * Math.max(from, 1000) * 1.46),
  }));
}
