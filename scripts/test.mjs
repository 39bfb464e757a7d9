import { launch } from "./launch.mjs";

await launch("./running/test.mts", { tools: true });
