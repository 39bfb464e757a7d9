import { launch } from "./launch.mjs";

await launch("./running/move.mts");
