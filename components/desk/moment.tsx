import { ageInWords, momentInWords } from "@/lib/values/dates/moment";

/** When something happened, to the minute. */
export function Moment({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {momentInWords(at)}
    </time>
  );
}

/** How long ago something happened; the moment itself is its title. */
export function Age({ at, now }: { at: Date; now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={momentInWords(at)} className="whitespace-nowrap">
      {ageInWords(at, now)}
    </time>
  );
}
