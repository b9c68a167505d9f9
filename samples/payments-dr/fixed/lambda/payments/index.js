// Takes payments and answers the health checks of Route 53.
exports.handler = async (event) => {
  if (event.path === '/health') {
    return { statusCode: 200, body: JSON.stringify({ region: process.env.AWS_REGION, status: 'ok' }) };
  }
  return { statusCode: 202, body: JSON.stringify({ accepted: true, table: process.env.SESSIONS_TABLE }) };
};
