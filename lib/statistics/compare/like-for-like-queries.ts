import type { Queryable } from "@/lib/db/client";
import { asOfVersion, type Version } from "@/lib/record/versions/version";
import { findVersion, newestVersionOn } from "@/lib/record/versions/version-queries";
import { sidesAt } from "@/lib/statistics/compare/compare-queries";
import {
  type LikeForLike,
  rulesLikeForLike,
  yearAfter,
  yearBefore,
} from "@/lib/statistics/compare/like-for-like";
import type { Period } from "@/lib/statistics/periods/period";
import { yearOf } from "@/lib/values/dates/day";

/**
 * This year to date at a version against last year at the version that was the newest on the day of its publication a
 * year before. Null where one of them was covered through no day of its year. Both are counted by the newest rules.
 */
export async function likeForLikeAt(db: Queryable, version: Version): Promise<LikeForLike | null> {
  const yearAgo = await newestVersionOn(db, yearBefore(version.publishedOn));
  if (yearAgo === null) {
    const first = await findVersion(db, 1);
    return { isPossible: false, from: yearAfter((first ?? version).publishedOn) };
  }
  const rules = rulesLikeForLike(asOfVersion(version), asOfVersion(yearAgo));
  if (rules === null) return null;
  const sides = await sidesAt(
    db,
    { version: yearAgo, rule: rules.first },
    { version, rule: rules.second },
  );
  const { number, publishedOn, coveredThrough } = yearAgo;
  return { isPossible: true, yearAgo: { number, publishedOn, coveredThrough }, ...sides, rules };
}

/** The same for the page of a period: null of any but the year that the version is covered up to. */
export async function likeForLikeOf(
  db: Queryable,
  version: Version,
  { kind, year }: Pick<Period, "kind" | "year">,
): Promise<LikeForLike | null> {
  if (kind !== "year" || year !== yearOf(asOfVersion(version))) return null;
  return likeForLikeAt(db, version);
}
