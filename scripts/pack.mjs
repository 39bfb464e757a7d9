import { launch } from "./launch.mjs";

await launch("./running/pack.mts");
