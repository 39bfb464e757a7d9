import type { ReactNode } from "react";
import { ExternalLink } from "@/components/sources/external-link";
import { LinkedText } from "@/components/ui/linked-text";
import type { SuggestionContent, SuggestionFate } from "@/lib/desk/suggestions/suggestion";

interface SuggestionTextProps {
  about: SuggestionFate["about"];
  content: SuggestionContent;
}

/** What a reader sent, as it was typed. */
export function SuggestionText({ about, content }: SuggestionTextProps) {
  const { what, name, when, loss, who, sources, email } = content;
  return (
    <dl className="max-w-prose space-y-3 [overflow-wrap:anywhere]">
      {about !== null && (
        <Said label="Correction of">
          <a href={`/${about.kind}s/${about.slug}`}>{about.name}</a>
        </Said>
      )}
      <Said label="Who was robbed">{name}</Said>
      <Said label={about === null ? "What happened" : "What is wrong"}>
        {what === "" ? (
          ""
        ) : (
          <span className="whitespace-pre-line">
            <LinkedText text={what} />
          </span>
        )}
      </Said>
      <Said label="When">{when}</Said>
      <Said label="How much">{loss}</Said>
      <Said label="Said to have done it">{who}</Said>
      <div>
        <dt className="text-muted text-sm">Sources</dt>
        {sources.map((url) => (
          <dd key={url}>
            <ExternalLink href={url}>{url}</ExternalLink>
          </dd>
        ))}
      </div>
      <Said label="E-mail address, for questions only">{email}</Said>
    </dl>
  );
}

function Said({ label, children }: { label: string; children: ReactNode }) {
  if (children === "") return null;
  return (
    <div>
      <dt className="text-muted text-sm">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
