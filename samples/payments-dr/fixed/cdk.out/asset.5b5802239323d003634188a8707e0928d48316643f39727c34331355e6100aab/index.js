// Says whether the ledger database of this region accepts connections. The database is private,
// so Route 53 asks this function instead of the database.
const net = require('node:net');

exports.handler = () =>
  new Promise((resolve) => {
    const socket = net.connect({ host: process.env.LEDGER_HOST, port: 5432, timeout: 1500 });
    const answer = (statusCode) => {
      socket.destroy();
      resolve({ statusCode });
    };
    socket.on('connect', () => answer(200));
    socket.on('timeout', () => answer(503));
    socket.on('error', () => answer(503));
  });
