// Serves the checkout page behind the load balancer.
exports.handler = async (event) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: event.path === '/health' ? 'ok' : '<h1>Checkout</h1>',
});
