// Preloaded by run.ts: says at the end how much memory the process had at most, in kilobytes.
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
