import { launch } from "./launch.mjs";

await launch("./running/format.mts", { tools: true });
