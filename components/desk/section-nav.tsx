import { sectionsShown } from "@/components/desk/form/form-fields";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** The sections of a form, beside it on a wide screen. */
export function SectionNav({ kind, revises }: { kind: RecordKind; revises: boolean }) {
  return (
    <nav aria-label="Sections of the form" className="text-sm max-lg:hidden">
      <ul>
        {sectionsShown(kind, revises).map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#section-${id}`}
              className="block py-0.5 text-muted no-underline hover:text-ink hover:underline"
            >
              {title}
            </a>
          </li>
        ))}
        <li>
          <a
            href="#section-note"
            className="block py-0.5 text-muted no-underline hover:text-ink hover:underline"
          >
            For the history
          </a>
        </li>
      </ul>
    </nav>
  );
}
