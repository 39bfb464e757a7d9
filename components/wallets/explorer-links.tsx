import { ExternalLink } from "@/components/sources/external-link";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

/** Where block explorers show something, a link for each chain whose explorer is known. */
export function ExplorerLinks({
  chains,
  urlOn,
}: {
  chains: readonly string[];
  /** The page on a chain; null where there is none. */
  urlOn: (chain: string) => string | null;
}) {
  const pages = chains.flatMap((chain) => {
    const url = urlOn(chain);
    return url === null ? [] : [{ chain, url, host: new URL(url).hostname.replace(/^www\./, "") }];
  });
  if (pages.length === 0)
    return <span className="text-muted">No block explorer of this chain is known here.</span>;
  return pages.map(({ chain, url, host }, index) => (
    <span key={chain}>
      {index > 0 && ", "}
      <ExternalLink href={url}>{host}</ExternalLink>{" "}
      <span className="text-muted">({chainLabel(chain)})</span>
    </span>
  ));
}
