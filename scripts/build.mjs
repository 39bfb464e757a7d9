import { launch } from "./launch.mjs";

await launch("./running/build-only.mts");
