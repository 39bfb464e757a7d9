import type { TypedChoice } from "@/lib/desk/forms/typed-choice";

interface TypedChoicesProps {
  /** The field's. */
  label: string;
  choices: readonly TypedChoice[];
  take: (choice: TypedChoice) => void;
}

/** What a text can be taken as: a button each, and from within the field a key each. */
export function TypedChoices({ label, choices, take }: TypedChoicesProps) {
  return (
    <fieldset className="mt-1 mb-2 flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}: take it as</legend>
      {choices.map((choice, at) => (
        <button
          key={choice.label}
          type="button"
          aria-keyshortcuts={`Alt+${at + 1}`}
          className="min-h-8 border border-rule-strong px-2 py-0.5 text-left text-sm hover:bg-panel"
          onClick={() => take(choice)}
        >
          {choice.label}
          <span className="ml-2 hidden text-muted text-xs sm:inline" aria-hidden="true">
            Alt+{at + 1}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
