import { z } from "zod";

/**
 * Text as a form sends it, with plain line ends: browsers send each as two characters.
 * @param missing said where nothing is sent
 */
export function sentText(missing?: string) {
  return z
    .string(missing)
    .overwrite((text) => text.replaceAll("\r\n", "\n"))
    .trim();
}
