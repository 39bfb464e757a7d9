import { feedContext, feedFile } from "@/app/versioned/[reference]/feed/feed-context";
import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { followedFeed } from "@/lib/site/feeds/followed-feed";
import { routes } from "@/lib/site/urls/routes";
import { changesOf } from "@/lib/statistics/followed/change-queries";
import { walletTitle } from "@/lib/statistics/wallets/wallet-text";
import { addressKey } from "@/lib/values/wallets/address-key";

type Context = { params: Promise<{ reference: string; chain: string; text: string }> };

/** What was done to the incidents that name an address, as a feed; without an entry where none does yet. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.addressFeed.viewIn(segments, reference.version);
  const make = async (origin: string) => {
    const { chain, text } = view;
    const { db, version } = await openVersion(segment);
    const [changes, context] = await Promise.all([
      changesOf(db, version.number, { kind: "address", key: addressKey(chain, text) }),
      feedContext(db, origin),
    ]);
    const followed = {
      of: "address",
      chain,
      text,
      title: walletTitle("address", view),
    } as const;
    return feedFile(followedFeed(followed, changes, context), version);
  };
  const destination = routes.addressFeed.destination(view);
  return answerFile(request, reference, destination, make, { isQueued: false });
}
