import type { PagedKind } from "@/lib/record/kinds/record-kind";
import { route } from "@/lib/site/urls/route";
import { readWallet, type WalletView, writtenInPath } from "@/lib/site/urls/routes/wallet-routes";
import { readParameters } from "@/lib/statistics/rules/parameters";
import { slugSchema } from "@/lib/values/slugs/slug";
import { addressProblem } from "@/lib/values/wallets/address-format";
import { canonicalAddress } from "@/lib/values/wallets/canonical-address";
import { isKnownChain } from "@/lib/values/wallets/known-chains";

/** A record that is followed by a feed. */
export interface RecordFeedView {
  kind: PagedKind;
  slug: string;
}

const COLLECTIONS = { incident: "incidents", target: "targets", actor: "actors" } as const;

/** Feeds of one record or one address; those of selections and numbers are beside what they are of. */
export const feedRoutes = {
  recordFeed: route<RecordFeedView>({
    folder: "feed/record",
    pattern: /^\/feeds\/(?<collection>incidents|targets|actors)\/(?<slug>[^/]+)\.atom$/,
    answer: "file",
    isByOrigin: true,
    read({ collection, slug = "" }, query) {
      const kind = (["incident", "target", "actor"] as const).find(
        (each) => COLLECTIONS[each] === collection,
      );
      if (kind === undefined || !slugSchema.safeParse(slug).success) return null;
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: { kind, slug } } : read;
    },
    write: ({ kind, slug }) => ({ segments: { collection: COLLECTIONS[kind], slug } }),
    path: ({ collection, slug }) => `/feeds/${collection}/${slug}.atom`,
    requires: ({ kind, slug }) => [{ kind, slug }],
  }),
  /** Also of an address that nothing names yet: whoever follows it wants to be told when something does. */
  addressFeed: route<WalletView>({
    folder: "feed/address",
    pattern: /^\/feeds\/addresses\/(?<chain>[^/]+)\/(?<text>[^/]+)\.atom$/,
    answer: "file",
    isByOrigin: true,
    read(segments, query) {
      const read = readWallet(segments, query);
      if (read === null || !read.ok) return read;
      const { chain, text } = read.value;
      // A handler is given it decoded, where a sign of an encoding would be taken for one.
      if (text.includes("%")) return null;
      return { ok: true, value: { chain, text: canonicalAddress(chain, text) } };
    },
    write: ({ chain, text }) => ({ segments: { chain, text: writtenInPath(text) } }),
    path: ({ chain, text }) => `/feeds/addresses/${chain}/${text}.atom`,
    // The record quotes a few that are no addresses of their chain, and none is ever added. Of a chain that nobody knows,
    // whoever mistyped it would wait for ever.
    requires: ({ chain, text }) =>
      isKnownChain(chain) && addressProblem(chain, text) === null
        ? []
        : [{ kind: "address", chain, text, as: "feed" }],
  }),
};
