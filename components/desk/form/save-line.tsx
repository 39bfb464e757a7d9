import type { SaveState } from "@/components/desk/form/use-autosave";

interface SaveLineProps {
  state: SaveState;
  proposalId: number;
}

/** Says whether what is typed is safe. Moments are the reader's own. */
export function SaveLine({ state, proposalId }: SaveLineProps) {
  const loud = !["saved", "typed", "saving"].includes(state.is);
  return (
    <p
      role="status"
      suppressHydrationWarning
      className={`text-sm ${loud ? "border-accent border-l-4 bg-mark px-2 py-1" : "text-muted"}`}
    >
      {text(state)}
      {state.is === "clash" && (
        <>
          {" "}
          <a href={`/desk/proposals/${proposalId}/merge?copy=${state.copy}`}>See both and choose</a>
        </>
      )}
    </p>
  );
}

function text(state: SaveState): string {
  switch (state.is) {
    case "saved":
      return `Saved ${clock(state.at)}`;
    case "typed":
      return "Not saved yet …";
    case "saving":
      return "Saving …";
    case "offline":
      return "Not saved: no connection; trying again. This browser keeps what you type.";
    case "signedOut":
      return "Signed out: sign in in another tab, then it saves. This browser keeps what you type.";
    case "clash":
      return `This draft was saved elsewhere at ${clock(state.at)} while you typed here. Nothing was overwritten: both are kept.`;
    case "closed":
      return `Not saved: ${state.message} What you typed is kept aside.`;
    case "refused":
      return `Not saved: ${state.message}`;
  }
}

/** The time of day of an ISO moment, where its reader is. */
export function clock(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB");
}
