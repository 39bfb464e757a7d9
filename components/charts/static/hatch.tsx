/** Slanting lines in a colour, for what is only suspected: no other thing is hatched. */
export function HatchPattern({ id, colour }: { id: string; colour: string }) {
  return (
    <pattern
      id={id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line x1={1.5} y1={0} x2={1.5} y2={6} stroke={colour} strokeWidth={2.5} />
    </pattern>
  );
}
