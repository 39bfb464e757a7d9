import { launch } from "./launch.mjs";

await launch("./running/sources.mts");
