import type { LinkState } from "@/lib/desk/people/one-time-link";

interface LinkProblemProps {
  purpose: "invitation" | "password";
  /** Null where there never was such a link. */
  state: LinkState | null;
}

/** Why a link no longer works, and what to do about it. */
export function LinkProblem({ purpose, state }: LinkProblemProps) {
  const what = purpose === "invitation" ? "invitation" : "link";
  return (
    <>
      <h1 className="font-semibold text-3xl">{TITLES[state ?? "unknown"](what)}</h1>
      <p className="mt-4 max-w-prose">
        {state === "used" && "Each link works once. If it was you who used it, sign in. If it was "}
        {state === "used" && "not, tell an admin of the desk at once."}
        {state === "expired" &&
          `${purpose === "invitation" ? "An invitation is valid for seven days" : "A link for a new password is valid for one day"}. Ask an admin of the desk for a new one.`}
        {state === "revoked" &&
          "Ask whoever sent it to you, or an admin of the desk, for a new one."}
        {state === null &&
          "Part of its address may be missing: copy all of it, to the last character."}
      </p>
      <p className="mt-4">
        <a href="/desk/sign-in">Sign in</a>
      </p>
    </>
  );
}

const TITLES: Record<LinkState | "unknown", (what: string) => string> = {
  open: (what) => `This ${what} works`,
  used: (what) => `This ${what} was used already`,
  expired: (what) => `The time of this ${what} has run out`,
  revoked: (what) => `This ${what} was taken back or replaced`,
  unknown: (what) => `There is no such ${what}`,
};
