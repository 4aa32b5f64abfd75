// Loaded into each server that tools/servers.mjs starts. Whoever started it may be killed without
// a word, as a test runner does with its workers: the channel between the two then closes.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
