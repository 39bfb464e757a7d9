/** A magnifying glass, beside a word that says it. */
export function SearchIcon() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <circle cx="6.75" cy="6.75" r="4.75" strokeWidth="1.75" />
      <path d="m10.5 10.5 4 4" strokeWidth="1.75" />
    </svg>
  );
}
