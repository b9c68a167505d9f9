// Writes the pictures of docs/images: what the program prints about the samples, as a terminal, GitHub and a browser show it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const IMAGES = join(ROOT, 'docs/images');
const BROKEN = 'samples/payments-dr/broken/cdk.out';
const DIFF = ['samples/payments-diff/before/cdk.out', 'samples/payments-diff/after/cdk.out'];
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Those that the program uses, as GitHub's dark theme has them. */
const COLORS = { 31: '#ff7b72', 32: '#7ee787', 33: '#f2cc60', 34: '#79c0ff', 35: '#d2a8ff', 36: '#76e3ea' };

/** `ESC [ 1 ; 31 m` */
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`, 'g');

const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) throw new Error('No Chromium: give its path in CHROMIUM');

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
mkdirSync(IMAGES, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const terminal = run(['check', BROKEN, '--only', 'route53/health-check-host-region', '--only', 's3/*'], {
    FORCE_COLOR: '1',
    COLUMNS: '100',
  });
  await picture('terminal', terminalPage(terminal), { width: 860, height: 520 });
  await picture('comment', await commentPage(run(['diff', ...DIFF, '--format', 'markdown'])), { width: 860, height: 620 });
  await picture('report', page('check', BROKEN), { width: 1000, height: 640 });
  await picture('graph', page('graph', BROKEN), { width: 1000, height: 640 });
  await picture('diff', page('diff', ...DIFF), { width: 1000, height: 640 });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** What a command prints, whatever its exit code. */
function run(argv, env = {}) {
  try {
    return execFileSync(process.execPath, ['dist/src/cli.js', ...argv], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    return error.stdout;
  }
}

/** The page that a command writes. */
function page(command, ...assemblies) {
  const file = join(folder, `${command}.html`);
  run([command, ...assemblies, '--format', 'html', '--output', file]);
  return file;
}

function written(name, html) {
  const file = join(folder, name);
  writeFileSync(file, html);
  return file;
}

async function picture(name, file, viewport) {
  const tab = await browser.newPage({ viewport, colorScheme: 'light' });
  await tab.goto(pathToFileURL(file).href);
  await tab.waitForLoadState('networkidle');
  await tab.waitForTimeout(2_000);
  await tab.screenshot({ path: join(IMAGES, `${name}.png`) });
  await tab.close();
}

/** Text with the escape codes of a terminal, as a terminal shows it. */
function terminalPage(text) {
  let open = 0;
  const html = text
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(STYLE, (_, codes) => codes.split(';').map(toTag).join(''));
  function toTag(code) {
    const style =
      COLORS[code] !== undefined
        ? `color:${COLORS[code]}`
        : { 1: 'font-weight:bold', 2: 'opacity:.65', 4: 'text-decoration:underline' }[code];
    if (style !== undefined) {
      open += 1;
      return `<span style="${style}">`;
    }
    const end = '</span>'.repeat(open);
    open = 0;
    return end;
  }
  return written(
    'terminal.html',
    `<body style="margin:0;background:#0d1117;color:#e6edf3"><pre style="white-space:pre-wrap;margin:16px;font:13px/1.4 'DejaVu Sans Mono',monospace">$ npx synthcheck\n\n${html}</pre>`,
  );
}

/** Markdown in the measures of a comment on GitHub. */
async function commentPage(markdown) {
  const style = `body{margin:24px;font:14px/1.5 -apple-system,'Segoe UI',Helvetica,Arial,sans-serif;color:#1f2328}
main{border:1px solid #d1d9e0;border-radius:6px;padding:16px}code{background:#eff1f3;padding:2px 4px;border-radius:4px;font-size:85%}
pre{background:#f6f8fa;padding:12px;overflow:auto}pre code{background:none}table{border-collapse:collapse}td,th{border:1px solid #d1d9e0;padding:6px 13px}
h2{border-bottom:1px solid #d1d9e0;padding-bottom:6px}summary{cursor:pointer}`;
  return written('comment.html', `<style>${style}</style><main>${await marked.parse(markdown)}</main>`);
}
