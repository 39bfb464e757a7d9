import { launch } from "./launch.mjs";

await launch("./running/restore.mts");
