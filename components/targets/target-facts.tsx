import { HostLink } from "@/components/sources/host-link";
import { Fact, FactList } from "@/components/ui/fact-list";
import type { TargetDetail } from "@/lib/record/targets/target";
import type { Links } from "@/lib/site/urls/links";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

/** What a target is called now and was called before, and who went before and after it. */
export function TargetFacts({ target, links }: { target: TargetDetail; links: Links }) {
  const { aliases, formerly, kind, predecessors, successor, website } = target;
  return (
    <FactList>
      <Fact label="Kind">
        <a href={links.targets({ kind })}>{termLabel(kind)}</a>
      </Fact>
      {successor !== null && (
        <Fact label="Succeeded by">
          <a href={links.target(successor.slug)}>{successor.name}</a>
        </Fact>
      )}
      {predecessors.length > 0 && (
        <Fact label="Successor of">
          {predecessors.map(({ slug, name }, index) => (
            <span key={slug}>
              {index > 0 && ", "}
              <a href={links.target(slug)}>{name}</a>
            </span>
          ))}
        </Fact>
      )}
      {website !== null && (
        <Fact label="Website">
          <HostLink href={website} />
        </Fact>
      )}
      {formerly.length > 0 && <Fact label="Formerly">{formerly.join(", ")}</Fact>}
      {aliases.length > 0 && (
        <Fact label="Also known as" wide>
          {aliases.join(", ")}
        </Fact>
      )}
    </FactList>
  );
}
