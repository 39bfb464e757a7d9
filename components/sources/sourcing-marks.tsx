import type { Links } from "@/lib/site/urls/links";
import { SOURCINGS, type Sourcing } from "@/lib/values/sources/sourcing";

interface SourcingMarksProps {
  sourcing: readonly Sourcing[];
  /** Where the marks lead to what is marked alike; plain words without. */
  links?: Links;
}

/** How little an incident rests on, as marks; nothing where it rests on more. */
export function SourcingMarks({ sourcing, links }: SourcingMarksProps) {
  return SOURCINGS.filter(({ value }) => sourcing.includes(value)).map(
    ({ value, label, definition }) => (
      <span
        key={value}
        title={definition}
        className={
          links === undefined
            ? "mr-3 inline-block whitespace-nowrap text-muted text-sm italic leading-5"
            : "mr-1.5 inline-block whitespace-nowrap border border-rule px-1.5 text-sm leading-6"
        }
      >
        {links === undefined ? label : <a href={links.incidents({ sources: value })}>{label}</a>}
      </span>
    ),
  );
}
