import type { SourceDifference } from "@/lib/record/coverage/comparable";
import type { Links } from "@/lib/site/urls/links";

/** Marks a comparison of two periods whose sources are not the same; nothing where they are. */
export function SourcesDiffer({
  difference,
  links,
}: {
  difference: SourceDifference | null;
  links: Links;
}) {
  if (difference === null) return null;
  const why = [
    ...difference.families.map((name) => `Sources reach differently far: ${name}.`),
    ...difference.missing.map((note) => `Probably missing from one of the two: ${note}`),
  ].join(" ");
  return (
    <a
      href={links.coverage}
      title={why}
      className="whitespace-nowrap rounded-sm bg-mark px-1 font-normal font-sans text-sm no-underline hover:underline"
    >
      sources differ
    </a>
  );
}
