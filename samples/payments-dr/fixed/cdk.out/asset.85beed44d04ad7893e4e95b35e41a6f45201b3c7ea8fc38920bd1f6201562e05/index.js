// Receives the notifications of the card networks.
exports.handler = async (event) => {
  if (event.rawPath === '/health') return { statusCode: 200, body: 'ok' };
  return { statusCode: 204 };
};
