// Loaded into the web server: it ends when the program that started it is gone, even by kill -9.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
