// Loaded into the web server: it ends when the program that started it is gone, even by kill -9.
// The channel is not unreferenced: the server that `next dev` forks loads this too, and would end
// at once, with nothing else to wait for until it is told over that channel what to serve.
process.on("disconnect", () => process.exit(0));
