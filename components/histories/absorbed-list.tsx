import type { PagedKind } from "@/lib/record/kinds/record-kind";
import type { Links } from "@/lib/site/urls/links";

interface AbsorbedListProps {
  kind: PagedKind;
  absorbed: readonly { slug: string; name: string }[];
  links: Links;
}

/** Says what turned out to be the same as this, each leading to its own history. */
export function AbsorbedList({ kind, absorbed, links }: AbsorbedListProps) {
  if (absorbed.length === 0) return null;
  return (
    <p className="mt-3 text-sm">
      Holds what was once recorded as{" "}
      {absorbed.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && (index === absorbed.length - 1 ? " and " : ", ")}
          <a href={links.history(kind, slug)}>{name}</a>
        </span>
      ))}
      .
    </p>
  );
}
