// Preloaded by measure.ts: says at the end how much memory the process had at most, in kilobytes, and how long it ran on processors, in milliseconds.
process.on('exit', () => {
  const { maxRSS, userCPUTime } = process.resourceUsage();
  process.stderr.write(`used ${maxRSS} ${userCPUTime / 1000}\n`);
});
