import { launch } from "./launch.mjs";

await launch("./running/start.mts");
