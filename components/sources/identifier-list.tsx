import { ExternalLink } from "@/components/sources/external-link";
import { type Identifier, identifierUrl, schemeLabel } from "@/lib/values/identifiers/identifier";

/** What other lists call the same record, each with the entry there where the list has a page for it. */
export function IdentifierList({ identifiers }: { identifiers: readonly Identifier[] }) {
  return (
    <ul className="border-rule border-t">
      {identifiers.map((identifier) => {
        const { scheme, value } = identifier;
        const href = identifierUrl(identifier);
        return (
          <li
            key={`${scheme} ${value}`}
            className="border-rule border-b py-1.5 [overflow-wrap:anywhere]"
          >
            <span className="text-muted">{schemeLabel(scheme)}</span>{" "}
            {href === null ? (
              value
            ) : (
              <ExternalLink href={href} label={`${schemeLabel(scheme)}: ${value}`}>
                {value}
              </ExternalLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
