import { environment } from "@/lib/environment/current-environment";
import { publicBase } from "@/lib/site/urls/public-url";

/** Where the desk is found, for links that are printed: LOSSLINE_URL, or this machine's port. */
export function deskUrl(path: string, port = environment().PORT): string {
  return `${publicBase() ?? `http://localhost:${port}`}${path}`;
}
