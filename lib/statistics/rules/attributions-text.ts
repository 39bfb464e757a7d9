import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

const TEXTS: Record<Confidence, string> = {
  confirmed: "confirmed attributions only",
  likely: "likely and confirmed attributions",
  suspected: "all attributions",
};

/** Which attributions count where so much confidence is asked for: `likely and confirmed attributions`. */
export function attributionsText(confidence: Confidence): string {
  return TEXTS[confidence];
}
