import type { TextPart } from "@/lib/proposals/difference";

/** A text piece by piece: what is gone is struck through, what is new is underlined and marked. */
export function TextParts({ parts }: { parts: readonly TextPart[] }) {
  // Pieces never move: their place is their name.
  return parts.map((part, index) => <Part key={`${index} ${part.change}`} {...part} />);
}

function Part({ change, text }: TextPart) {
  if (change === "removed") return <del className="text-negative">{text}</del>;
  if (change === "added")
    return <ins className="bg-mark decoration-2 underline [del+&]:ml-1">{text}</ins>;
  return text;
}
