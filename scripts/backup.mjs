import { launch } from "./launch.mjs";

await launch("./running/backup.mts");
