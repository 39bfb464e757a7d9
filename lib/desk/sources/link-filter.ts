import { z } from "zod";
import { LINK_STATES, type LinkFilter } from "@/lib/desk/sources/listed-link";

/** A list of links as a URL asks for it: what cannot be read is as if it were not given. */
export const linkFilterSchema = z.object({
  state: z.enum(LINK_STATES).nullable().catch(null),
  host: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .transform((host) => host.replace(/^(?:https?:\/\/)?(?:www\.)?/, "").replace(/[/?#:].*$/, ""))
    .catch(""),
  copy: z.enum(["none"]).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The URL of a list of links. */
export function linksHref({ state, host, withoutCopy }: LinkFilter, page = 1): string {
  const query = new URLSearchParams({
    ...(state !== null && { state }),
    ...(host !== "" && { host }),
    ...(withoutCopy && { copy: "none" }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size === 0 ? "/desk/sources" : `/desk/sources?${query}`;
}
