import type { KnownAddress } from "@/lib/record/wallets/known-address";
import type { AddressRole, TRANSACTION_ROLES } from "@/lib/values/taxonomy/taxonomy";

/** Where a wallet address or a transaction has its page: the chain on which the record has it first, and one spelling. */
export interface WalletPlace {
  chain: string;
  text: string;
}

/** Once that an incident names it; the same address may be in one incident on several chains, in several roles. */
export interface Sighting<Role extends string> {
  slug: string;
  chain: string;
  /** As the record writes it there. */
  text: string;
  role: Role;
  /** Where it is named so. */
  source: string;
  /** Whether the incident was retracted since, so that it counts in nothing. */
  isRetracted: boolean;
}

export type AddressSighting = Sighting<AddressRole>;
export type TransactionSighting = Sighting<(typeof TRANSACTION_ROLES)[number]["value"]>;

/** A wallet address as a version knows it. */
export interface WalletAddress extends WalletPlace {
  /** By the days of the incidents. */
  sightings: AddressSighting[];
  /** The services that it is known as, by chain: an address on two chains may be two contracts. */
  known: KnownAddress[];
}

/** A transaction as a version knows it. */
export interface WalletTransaction extends WalletPlace {
  sightings: TransactionSighting[];
}
