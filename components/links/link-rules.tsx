import { serviceText } from "@/lib/record/wallets/known-address";
import type { Links } from "@/lib/site/urls/links";
import type { Names } from "@/lib/statistics/shared-addresses/link-text";
import type { PassedOver } from "@/lib/statistics/shared-addresses/passed-over";

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** When two incidents are linked, how their group is called, and which known addresses link nothing. */
export function LinkRules({
  passedOver = [],
  names = new Map(),
  links,
}: {
  passedOver?: readonly PassedOver[];
  names?: Names;
  links: Links;
}) {
  return (
    <div className="max-w-prose space-y-3">
      <p>
        Two incidents are linked where sources name the same wallet address for both, whatever its
        spelling; an address of Ethereum’s kind on whatever chain. Incidents that are linked,
        directly or by way of one another, are a group. That is all a group says: addresses change
        hands, are bought, and are named wrongly.
      </p>
      <p>
        Known addresses, such as those of mixers, exchanges, token contracts and trading bots, link
        nothing, because many people use them.{" "}
        <a href={`${links.methodology}#addresses`}>The list</a>
      </p>
      {passedOver.length > 0 && (
        <>
          <p>Known addresses that several of these incidents name, and that link none of them:</p>
          <ul className="border-rule border-t text-sm">
            {passedOver.map((known) => (
              <li key={`${known.chain} ${known.address}`} className="border-rule border-b py-1.5">
                <a href={links.address(known.chain, known.address)}>
                  <code className="break-all">{known.address}</code>
                </a>
                <span className="block text-muted">
                  {serviceText(known)}; in{" "}
                  {listed.format(known.slugs.map((slug) => names.get(slug) ?? slug))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-muted text-sm">
        A group goes by its earliest incident. Should it be joined with another or get an earlier
        one, the slug of any of its incidents still leads to it; at /v/&lt;version&gt;/ it stays as
        it was.
      </p>
    </div>
  );
}
