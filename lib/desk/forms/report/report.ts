import type { Typed } from "@/lib/desk/forms/typed";
import type { LeftAside } from "@/lib/desk/paste/left-aside";

/** A piece of a report's text, by places of its UTF-16 code units. */
export interface Span {
  from: number;
  /** The place behind its last sign. */
  to: number;
}

/** Something that a report says, proposed for one field or list of the form. Nothing of it is stored before it is taken. */
export interface ReportProposal {
  /** Its own name among the proposals of one reading. */
  id: string;
  /** The form's field that it fills, or the list of which it is one row. */
  field: string;
  /** As the form calls the field, or one row of the list. */
  label: string;
  /** What would be filled in, in words. */
  said: string;
  /** The text of a field, or the fields of a row; what the report does not say is empty. */
  value: string | Typed;
  /** The words that it came from. */
  at: Span;
  /** What to look at before it is taken; null where nothing strikes. */
  note: string | null;
}

/** What was read from a report. */
export interface ReportReading {
  /** In the order of the form. Several of one field that holds one text are choices, the likeliest first. */
  proposals: ReportProposal[];
  /** Addresses and transactions of which it has to be asked what they are: not proposed, each with the reason. */
  left: LeftAside[];
}

/** A target or actor of the record of which a report may speak. */
export interface NamedInRecord {
  slug: string;
  name: string;
  /** Its other and former names. */
  otherNames: readonly string[];
  /** What kind of target it is; null of an actor. */
  kind: string | null;
  /** The actor of which an actor is a part; null of a target and where there is none. */
  parent: string | null;
}

/** What the record knows of a page to which a report links. */
export interface KnownPage {
  /** As `linkKey` makes it of the link. */
  key: string;
  publisher: string;
  title: string;
  publishedOn: string | null;
}

/** What the record says of the names and links in a report. */
export interface RecordNames {
  targets: readonly NamedInRecord[];
  actors: readonly NamedInRecord[];
  pages: readonly KnownPage[];
}

export const NO_NAMES: RecordNames = { targets: [], actors: [], pages: [] };
