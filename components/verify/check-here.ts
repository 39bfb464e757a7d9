import { askServer } from "@/lib/site/proof/ask-server";
import { checkGiven, type Finding } from "@/lib/site/proof/check-given";

/**
 * Checks what somebody gave, in the browser, against the log of the server that the page is of.
 * @param seen the checkpoint that this browser saw last; null where it has seen none
 */
export async function checkHere(
  text: string,
  seen: string | null,
): Promise<{ findings: Finding[]; checkpoint: string | null }> {
  try {
    const { findings, checkpoint } = await checkGiven(text, askServer("", seen));
    return { findings, checkpoint: checkpoint?.note ?? null };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { findings: [{ outcome: "unknown", says }], checkpoint: null };
  }
}
