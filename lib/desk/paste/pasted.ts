import type { LeftAside } from "@/lib/desk/paste/left-aside";
import type { AddressRole } from "@/lib/desk/paste/pasted-columns";
import type { TRANSACTION_ROLES } from "@/lib/values/taxonomy/taxonomy";

export type TransactionRole = (typeof TRANSACTION_ROLES)[number]["value"];

/** An address found in pasted text. */
export interface PastedAddress {
  is: "address";
  /** Empty where the text does not say it clearly: it has to be chosen. */
  chain: string;
  address: string;
  /** Empty unless the words beside it say it: it has to be chosen. */
  role: AddressRole | "";
  /** The explorer's page or other link that it was pasted as; empty where there was none. */
  source: string;
}

/** A transaction found in pasted text. */
export interface PastedTransaction {
  is: "transaction";
  /** Empty where nothing says it: it has to be chosen. */
  chain: string;
  hash: string;
  /** Empty unless the words beside it say it: it has to be chosen. */
  role: TransactionRole | "";
  source: string;
}

export type PastedRow = PastedAddress | PastedTransaction;

/** One of the answers to a question. */
export interface Answer {
  /** As a button says it: “Take as laundering”. */
  label: string;
  /** What it makes rows of; none where it is left aside. */
  rows: PastedRow[];
}

/** Something that becomes a row only by an answer: it may be nobody's, somebody else's, or two things. */
export interface Question {
  /** What it is about, as it was pasted. Waits in the box until it is answered. */
  about: LeftAside[];
  /** A sentence that says what was read and what is unclear. */
  asks: string;
  answers: Answer[];
}

/** What pasted text was split into. */
export interface PastedText {
  addresses: PastedAddress[];
  transactions: PastedTransaction[];
  questions: Question[];
  /** All that became no row and asks nothing. */
  left: LeftAside[];
  /** What became a row and should be looked at. */
  doubts: LeftAside[];
}
