const UNBROKEN = "crypto-asset";

/** A headline that never breaks a line within its compound. */
export function Headline({ text }: { text: string }) {
  const [before = "", ...after] = text.split(UNBROKEN);
  if (after.length === 0) return text;
  return (
    <>
      {before}
      <span className="whitespace-nowrap">{UNBROKEN}</span>
      {after.join(UNBROKEN)}
    </>
  );
}
