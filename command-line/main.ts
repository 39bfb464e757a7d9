import { runHere } from "@/command-line/process";

process.exitCode = await runHere(process.argv.slice(2));
