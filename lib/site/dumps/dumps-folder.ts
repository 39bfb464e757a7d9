import path from "node:path";
import { environment } from "@/lib/environment/current-environment";

/** Where dumps lie, a folder a version: LOSSLINE_DUMPS, or `dumps` in the data folder; relative to the program's own folder. */
export function dumpsFolder(): string {
  const { LOSSLINE_DUMPS, LOSSLINE_DATA } = environment();
  return path.resolve(LOSSLINE_DUMPS ?? path.join(LOSSLINE_DATA, "dumps"));
}
