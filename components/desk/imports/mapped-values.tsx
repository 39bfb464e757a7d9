import { ServedInput, ServedSelect } from "@/components/desk/ui/served-field";
import type { FieldQuestions, ValueQuestion } from "@/lib/desk/imports/tables/value-questions";

interface MappedValuesProps {
  questions: FieldQuestions;
  /** What one of a fixed list is chosen from; null where it is written. */
  options: readonly { value: string; label: string }[] | null;
  /** What is proposed while one writes; none where nothing is. */
  proposals: readonly string[];
  /** What becomes of texts that nothing is said of. */
  rest: string;
  /** What can become of them; none where their rows always wait. */
  restOptions: readonly { value: string; label: string }[];
}

/** Texts of a table that somebody says once for all their rows. */
export function MappedValues(props: MappedValuesProps) {
  const { questions, options, proposals, rest, restOptions } = props;
  const { key, label, count } = questions;
  const unsaid = questions.questions.filter(({ said }) => said === null);
  const open = unsaid.filter(({ suggested }) => suggested === "").length;
  const suggested = unsaid.length - open;
  const list = `values-of-${key}`;
  return (
    <details open={unsaid.length > 0 && rest === ""} className="border-rule border-b py-2">
      <summary className="py-1 font-semibold">
        {label}: {count.toLocaleString("en-GB")} {count === 1 ? "value" : "values"}
        <span className="font-normal text-muted">
          {unsaid.length === 0 && ", all said"}
          {suggested > 0 && `, ${suggested.toLocaleString("en-GB")} suggested`}
          {open > 0 &&
            `, ${open.toLocaleString("en-GB")} ${rest === "" ? "not said yet" : "left to the rule below"}`}
        </span>
      </summary>
      {restOptions.length > 0 && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <label htmlFor={`rest-${key}`}>What is not said below</label>
          <ServedSelect
            id={`rest-${key}`}
            name={`rest-${key}`}
            width="w-auto max-w-full"
            nothing="holds its rows back"
            options={restOptions}
            served={rest}
          />
        </p>
      )}
      {proposals.length > 0 && (
        <datalist id={list}>
          {proposals.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      <ul className="mt-2 border-rule border-t">
        {questions.questions.map((question, place) => (
          <li
            key={question.text}
            className="grid items-start gap-x-6 gap-y-1 border-rule border-b py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]"
          >
            <label htmlFor={`value-${key}-${place}`} className="min-w-0 [overflow-wrap:anywhere]">
              <span className="font-semibold">
                {question.text === "" ? "(empty)" : question.text}
              </span>{" "}
              <span className="whitespace-nowrap text-muted text-sm">
                × {question.rows.toLocaleString("en-GB")}
              </span>
              <span className="block text-muted text-sm">{question.asks}</span>
            </label>
            <div className="min-w-0">
              <input type="hidden" name={`text-${key}-${place}`} value={question.text} />
              <Answer
                name={`value-${key}-${place}`}
                question={question}
                options={options}
                list={proposals.length > 0 ? list : undefined}
              />
              {question.said === null && question.suggested !== "" && (
                <p className="text-muted text-sm">suggested; taken when you go on</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {count > questions.questions.length && (
        <p className="mt-2 text-muted text-sm">
          {(count - questions.questions.length).toLocaleString("en-GB")} more are shown once these
          are said.
        </p>
      )}
    </details>
  );
}

interface AnswerProps {
  name: string;
  question: ValueQuestion;
  options: MappedValuesProps["options"];
  list: string | undefined;
}

function Answer({ name, question, options, list }: AnswerProps) {
  const { said, suggested, choices } = question;
  const value = said ?? suggested;
  if (options !== null)
    return (
      <ServedSelect
        id={name}
        name={name}
        nothing="not said yet"
        options={[...choices, ...options]}
        served={value}
      />
    );
  const own = choices.length > 0 ? `${name}-choices` : list;
  return (
    <>
      <ServedInput id={name} name={name} list={own} served={value} />
      {choices.length > 0 && (
        <>
          <datalist id={`${name}-choices`}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </datalist>
          <p className="text-muted text-sm">
            {choices
              .map(({ value: text, label }) => (text === label ? text : `${text} (${label})`))
              .join(" or ")}
          </p>
        </>
      )}
    </>
  );
}
