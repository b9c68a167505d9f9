// A registry on this machine that has the package as it would be published, and sends on every other question.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** Packs `root` into `folder`. Its address is the first line on standard output. */
function serve(root, folder) {
  const npm = (...words) => execFileSync('npm', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [{ filename }] = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder));
  const tarball = readFileSync(join(folder, filename));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version } = manifest;
  const elsewhere = npm('config', 'get', 'registry').trim().replace(/\/$/, '');
  const server = createServer(({ url, headers }, response) => {
    const path = decodeURIComponent(url.split('?')[0]);
    if (path === `/${name}`) {
      const dist = {
        tarball: `http://${headers.host}/${name}/-/${filename}`,
        integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
      };
      const versions = { [version]: { ...manifest, scripts: {}, devDependencies: {}, dist } };
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
    } else if (path === `/${name}/-/${filename}`) response.writeHead(200, { 'cache-control': 'no-store' }).end(tarball);
    else response.writeHead(302, { location: `${elsewhere}${url}` }).end();
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`));
}

serve(process.argv[2], process.argv[3]);
