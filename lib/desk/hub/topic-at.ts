import type { Version } from "@/lib/record/versions/version";
import { type Topic, topicAt } from "@/lib/site/feeds/topic";
import { readingContext } from "@/lib/site/urls/reading-context";
import type { Read } from "@/lib/statistics/rules/parameters";

/** The feed that a URL names, of the newest version; null where it names none. */
export function topicOfUrl(url: string, version: Version): Read<Topic> | null {
  const { pathname, searchParams } = new URL(url);
  return topicAt(pathname, searchParams, readingContext(version, false));
}
