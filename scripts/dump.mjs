import { launch } from "./launch.mjs";

await launch("./running/dump.mts");
