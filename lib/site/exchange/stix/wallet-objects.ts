import type { StixObject, StixObjects } from "@/lib/site/exchange/stix/stix-object";
import { uuidOf } from "@/lib/site/exchange/uuid";
import { canonicalJson } from "@/lib/values/text/canonical-json";

/** The namespace of OASIS for ids of observables (STIX 2.1, 2.9). */
const OBSERVABLES = "00abedb4-aa42-466c-9c01-fed23315a9b7";
/** The published extension by which wallets are observables of their own. */
const WALLET_EXTENSION = "extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7";

/**
 * A wallet address as OpenCTI has it, with the id that all who export it give it: made of its value alone. It has no
 * chain; relationships say on which it was used.
 */
export function addWallet(objects: StixObjects, address: string): StixObject {
  return objects.add({
    type: "cryptocurrency-wallet",
    spec_version: "2.1",
    id: `cryptocurrency-wallet--${uuidOf(OBSERVABLES, canonicalJson({ value: address }))}`,
    value: address,
    extensions: { [WALLET_EXTENSION]: { extension_type: "new-sco" } },
  });
}
