import { exactText } from "@/lib/statistics/changes/amount-text";
import { knownAmountOf, type RecordNumber } from "@/lib/statistics/numbers/number";
import { numberInShort } from "@/lib/statistics/numbers/number-sentence";

/** A number and what it counts. */
export function NumberHeadline({ number, title }: { number: RecordNumber; title: string }) {
  const { measure } = number.rule;
  const known = knownAmountOf(number);
  return (
    <>
      <p className="text-muted">About one number</p>
      <h1 className="mt-1 max-w-4xl [overflow-wrap:anywhere]">
        <span className="block font-semibold font-serif text-5xl tracking-tight sm:text-6xl">
          {numberInShort(number)}
        </span>{" "}
        <span className="mt-2 block font-semibold text-xl leading-snug sm:text-2xl">{title}</span>
      </h1>
      {known !== null && known > 0 && measure !== "count" && (
        <p className="mt-2">
          <data value={known}>{exactText(measure, known)}</data> to the dollar, in US dollars at the
          time of each theft
        </p>
      )}
    </>
  );
}
