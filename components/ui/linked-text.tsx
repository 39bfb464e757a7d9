import { Fragment } from "react";
import { ExternalLink } from "@/components/sources/external-link";
import { textParts } from "@/lib/values/sources/text-parts";

/** A plain text as it was written, with its URLs to follow. Whatever else is in it stays text. */
export function LinkedText({ text }: { text: string }) {
  return textParts(text).map(({ text: piece, href }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
    <Fragment key={index}>
      {href === null ? piece : <ExternalLink href={href}>{piece}</ExternalLink>}
    </Fragment>
  ));
}
