import { HostLink } from "@/components/sources/host-link";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

/** The addresses on which no link between incidents rests, and what each is. */
export function KnownAddressList({ known }: { known: readonly KnownAddress[] }) {
  return (
    <ul className="mt-3 border-rule border-t">
      {known.map(({ chain, address, label, source }) => (
        <li key={`${chain} ${address}`} className="border-rule border-b py-1.5">
          {label}
          <span className="block text-sm">
            <code className="break-all">{address}</code>{" "}
            <span className="text-muted">
              on {chainLabel(chain)} ·{" "}
              <HostLink href={source} label={`Source of what ${address} is`} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
