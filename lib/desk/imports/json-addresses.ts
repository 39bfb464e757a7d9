import type { MisformedAddress } from "@/lib/desk/imports/import-file";
import type { Accepted, ListName } from "@/lib/seed/dataset";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressProblem, addressWarning } from "@/lib/values/wallets/address-format";
import { addressKey } from "@/lib/values/wallets/address-key";

/** Something about one address of a record, and where in the record it stands. */
interface Found {
  path: (string | number)[];
  message: string;
}

/** What a form would say of the addresses of a record: those without their chain's form, and those that are doubtful. */
export function checkAddresses(
  list: ListName,
  record: Accepted[ListName],
): { misformed: (Found & Pick<MisformedAddress, "key">)[]; warnings: Found[] } {
  const misformed: (Found & Pick<MisformedAddress, "key">)[] = [];
  const warnings: Found[] = [];
  for (const { chain, address, path } of addressesOf(list, record)) {
    const wrong = addressProblem(chain, address);
    const warning = addressWarning(address);
    if (wrong !== null)
      misformed.push({
        key: addressKey(chain, address),
        path,
        message: `Address “${address}” on ${chainLabel(chain)} ${wrong}.`,
      });
    else if (warning !== null)
      warnings.push({
        path,
        message: `Address “${address}” ${warning}. Does the source write it so?`,
      });
  }
  return { misformed, warnings };
}

function addressesOf(
  list: ListName,
  record: Accepted[ListName],
): { chain: string; address: string; path: (string | number)[] }[] {
  if (list === "incidents" && "addresses" in record)
    return record.addresses.map(({ chain, address }, item) => ({
      chain,
      address,
      path: ["addresses", item, "address"],
    }));
  if (list === "knownAddresses" && "address" in record)
    return [{ chain: record.chain, address: record.address, path: ["address"] }];
  return [];
}
