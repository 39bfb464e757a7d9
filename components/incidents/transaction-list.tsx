import { LongList } from "@/components/incidents/long-list";
import { ShortenedHash } from "@/components/incidents/shortened-hash";
import { ExternalLink } from "@/components/sources/external-link";
import { HostLink } from "@/components/sources/host-link";
import { TRANSACTION_ROLE_TEXT } from "@/components/wallets/role-text";
import type { Incident } from "@/lib/record/incidents/incident";
import type { Links } from "@/lib/site/urls/links";
import { chainLabel, TRANSACTION_ROLES } from "@/lib/values/taxonomy/taxonomy";
import { transactionUrl } from "@/lib/values/wallets/explorer-urls";

/** An incident's transactions by what they did, each with its page at a block explorer and its source. */
export function TransactionList({
  transactions,
  links,
}: Pick<Incident, "transactions"> & { links: Links }) {
  return TRANSACTION_ROLES.map(({ value: role }) => {
    const held = transactions.filter((transaction) => transaction.role === role);
    if (held.length === 0) return null;
    return (
      <div key={role} className="mt-5 first:mt-0">
        <h3 className="border-rule-strong border-b pb-1 font-sans font-semibold text-base">
          {TRANSACTION_ROLE_TEXT[role]}{" "}
          <span className="font-normal text-muted">({held.length})</span>
        </h3>
        <LongList
          items={held}
          noun="transactions"
          row={({ chain, hash, source }) => (
            <li
              key={`${chain} ${hash}`}
              className="grid gap-x-4 border-rule border-b py-1.5 text-sm leading-6 sm:grid-cols-[9rem_minmax(0,1fr)_auto]"
            >
              <span className="text-muted">{chainLabel(chain)}</span>
              <span>
                <a href={links.transaction(chain, hash)}>
                  <ShortenedHash hash={hash} />
                </a>{" "}
                <AtExplorer chain={chain} hash={hash} />
              </span>
              <span className="text-muted sm:text-right">
                <HostLink href={source} label={`Source of the transaction ${hash}`} />
              </span>
            </li>
          )}
        />
      </div>
    );
  });
}

/** The page of a transaction at a block explorer, where its chain has one. */
function AtExplorer({ chain, hash }: { chain: string; hash: string }) {
  const explorer = transactionUrl(chain, hash);
  if (explorer === null) return null;
  return (
    <span className="whitespace-nowrap text-muted">
      <ExternalLink href={explorer} label={`${hash} at a block explorer of ${chainLabel(chain)}`}>
        explorer
      </ExternalLink>
    </span>
  );
}
