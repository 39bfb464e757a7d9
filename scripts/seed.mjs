import { launch } from "./launch.mjs";

await launch("./running/seed.mts");
