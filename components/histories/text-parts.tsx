import type { TextPart } from "@/lib/record/history/difference";

/** A text piece by piece: what is gone is struck through, what is new is underlined and marked. */
export function TextParts({ parts }: { parts: readonly TextPart[] }) {
  let at = 0;
  return parts.map((part) => {
    // Where a piece begins is its name: none is empty.
    const place = at;
    at += part.text.length;
    return <Part key={place} {...part} />;
  });
}

function Part({ change, text }: TextPart) {
  if (change === "removed") return <del className="text-negative">{text}</del>;
  if (change === "added")
    return <ins className="bg-mark decoration-2 underline [del+&]:ml-1">{text}</ins>;
  return text;
}
