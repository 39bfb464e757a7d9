import { LongList } from "@/components/incidents/long-list";
import { ExternalLink } from "@/components/sources/external-link";
import { HostLink } from "@/components/sources/host-link";
import { ADDRESS_ROLE_TEXT } from "@/components/wallets/role-text";
import type { Incident } from "@/lib/record/incidents/incident";
import { type KnownAddress, serviceText } from "@/lib/record/wallets/known-address";
import type { Links } from "@/lib/site/urls/links";
import { ADDRESS_ROLES, chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { isChecked } from "@/lib/values/wallets/address-format";
import { addressKey } from "@/lib/values/wallets/address-key";
import { addressUrl } from "@/lib/values/wallets/explorer-urls";

interface AddressListProps {
  addresses: Incident["addresses"];
  /** Those that are evidence of nothing, by address key. */
  known: ReadonlyMap<string, KnownAddress>;
  /** The other incidents that hold an address, by address key. */
  alsoIn: ReadonlyMap<string, { slug: string; name: string }[]>;
  links: Links;
}

/** The addresses on record by role; those that link it to other incidents first, then by chain. */
export function AddressList({ addresses, known, alsoIn, links }: AddressListProps) {
  const rows = addresses.map((address) => {
    const key = addressKey(address.chain, address.address);
    return { ...address, known: known.get(key), alsoIn: alsoIn.get(key) ?? [] };
  });
  return ADDRESS_ROLES.map((role) => {
    const held = rows
      .filter((row) => row.role === role)
      .sort(
        (one, other) =>
          Number(other.alsoIn.length > 0) - Number(one.alsoIn.length > 0) ||
          Number(other.known !== undefined) - Number(one.known !== undefined) ||
          one.chain.localeCompare(other.chain, "en"),
      );
    if (held.length === 0) return null;
    return (
      <div key={role} className="mt-5 first:mt-0">
        <h3 className="border-rule-strong border-b pb-1 font-sans font-semibold text-base">
          {ADDRESS_ROLE_TEXT[role]} <span className="font-normal text-muted">({held.length})</span>
        </h3>
        <LongList
          items={held}
          noun="addresses"
          row={(row) => (
            <li
              key={`${row.chain} ${row.address} ${row.source}`}
              className="grid gap-x-4 border-rule border-b py-1.5 text-sm leading-6 sm:grid-cols-[9rem_minmax(0,1fr)_auto]"
            >
              <span className="text-muted">{chainLabel(row.chain)}</span>
              <span>
                <a href={links.address(row.chain, row.address)}>
                  <code className="break-all">{row.address}</code>
                </a>{" "}
                <AtExplorer chain={row.chain} address={row.address} />
                {!isChecked(row.chain) && (
                  <span
                    title={`What addresses on ${chainLabel(row.chain)} look like is not known here, so that nothing was checked.`}
                    className="ml-1.5 inline-block whitespace-nowrap border border-rule px-1.5 text-muted leading-5"
                  >
                    format not checked
                  </span>
                )}
                {row.alsoIn.length > 0 && (
                  <span className="block">
                    also in{" "}
                    {row.alsoIn.map((incident, index) => (
                      <span key={incident.slug}>
                        {index > 0 && ", "}
                        <a href={links.incident(incident.slug)}>{incident.name}</a>
                      </span>
                    ))}
                  </span>
                )}
                {row.known !== undefined && (
                  <span className="mt-0.5 block w-fit bg-mark px-1.5">
                    {serviceText(row.known)}. It is evidence of no common thief, so no link to
                    another incident rests on it (
                    <ExternalLink
                      href={row.known.source}
                      label={`Source of what ${row.address} is`}
                    >
                      source
                    </ExternalLink>
                    )
                  </span>
                )}
              </span>
              <span className="text-muted sm:text-right">
                <HostLink
                  href={row.source}
                  label={`Source of ${row.address} on ${chainLabel(row.chain)}`}
                />
              </span>
            </li>
          )}
        />
      </div>
    );
  });
}

/** The page of an address at a block explorer, where its chain has one. */
function AtExplorer({ chain, address }: { chain: string; address: string }) {
  const explorer = addressUrl(chain, address);
  if (explorer === null) return null;
  return (
    <span className="whitespace-nowrap text-muted">
      <ExternalLink
        href={explorer}
        label={`${address} at a block explorer of ${chainLabel(chain)}`}
      >
        explorer
      </ExternalLink>
    </span>
  );
}
