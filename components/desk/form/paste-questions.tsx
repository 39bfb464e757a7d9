import { type KeyboardEvent, useRef } from "react";
import { buttonClass } from "@/components/desk/ui/button";
import type { RowQuestion } from "@/lib/desk/forms/split-paste";

/** A question lists so many of the things that it is about; the box holds all. */
const MOST_SHOWN = 20;

interface PasteQuestionsProps {
  questions: readonly RowQuestion[];
  answer: (question: RowQuestion, answer: RowQuestion["answers"][number]) => void;
}

/** What has to be answered before it becomes a row: each with its answers, of which a digit key takes one. */
export function PasteQuestions({ questions, answer }: PasteQuestionsProps) {
  const list = useRef<HTMLOListElement>(null);
  if (questions.length === 0) return null;
  /** The question after the one that was answered, or the one before it, takes the focus. */
  const take = (at: number, choice: RowQuestion["answers"][number]) => {
    const question = questions[at];
    if (question === undefined) return;
    const items = list.current?.querySelectorAll<HTMLElement>("[data-question]");
    const next = items?.[at + 1] ?? items?.[at - 1];
    const button = next?.querySelector("button");
    if (button) button.focus();
    else document.getElementById("paste-addresses")?.focus();
    answer(question, choice);
  };
  const press = (event: KeyboardEvent, at: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const choice = questions[at]?.answers[Number(event.key) - 1];
    if (choice === undefined) return;
    event.preventDefault();
    take(at, choice);
  };
  return (
    <section aria-label="To be answered" className="mt-4 border-accent border-l-4 pl-3">
      <p className="font-semibold text-sm">To be answered ({questions.length})</p>
      <p className="text-muted text-sm">
        None of these is a row yet. Choose by the buttons, or by the keys 1 to 9.
      </p>
      <ol ref={list} className="mt-1">
        {questions.map((question, at) => (
          <li
            key={keyOf(question)}
            data-question
            className="border-rule border-t py-2 text-sm first:border-t-0"
            onKeyDown={(event) => press(event, at)}
          >
            <ul>
              {question.about.slice(0, MOST_SHOWN).map(({ line, text }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: never reordered
                <li key={place} className="[overflow-wrap:anywhere]">
                  <span className="text-muted">Line {line}: </span>
                  <code className="font-mono">
                    {text.length > 300 ? `${text.slice(0, 299)}…` : text}
                  </code>
                </li>
              ))}
              {question.about.length > MOST_SHOWN && (
                <li className="text-muted">and {question.about.length - MOST_SHOWN} more</li>
              )}
            </ul>
            <p id={`asks-${at}`} className="[overflow-wrap:anywhere]">
              {question.asks}
            </p>
            <div className="mt-1 flex flex-wrap gap-2">
              {question.answers.map((each, number) => (
                <button
                  key={each.label}
                  type="button"
                  aria-describedby={`asks-${at}`}
                  className={buttonClass("quiet")}
                  onClick={() => take(at, each)}
                >
                  <span aria-hidden="true" className="mr-2 font-mono font-normal text-muted">
                    {number + 1}
                  </span>
                  {each.label}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function keyOf({ asks, about }: RowQuestion): string {
  return `${about[0]?.line} ${about[0]?.text} ${asks}`;
}
