// The fixes of checks as code: `checks/<service>/fixes/<check>.ts`, one snippet each.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKS = fileURLToPath(new URL('../../checks/', import.meta.url));
export const TRANSLATIONS = join(CHECKS, 'fixes.json');

/** What is shown of a snippet begins here; imports and declarations stand before. */
const SHOWN = '/// !show\n';

/** Each snippet, sorted by id. `digest` is that of its text: a translation says of which text it is. */
export function readFixes() {
  const files = readdirSync(CHECKS, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return files
    .filter((path) => /^[^/]+\/fixes\/[^/]+\.ts$/.test(path))
    .sort()
    .map((path) => {
      const file = join(CHECKS, path);
      const text = readFileSync(file, 'utf8');
      const [head, shown] = text.split(SHOWN);
      if (shown === undefined) throw new Error(`${path} has no line \`${SHOWN.trim()}\``);
      return {
        id: path.replace('/fixes/', '/').replace(/\.ts$/, ''),
        file,
        text,
        shown,
        digest: createHash('sha256').update(text).digest('hex').slice(0, 16),
        /** Namespaces by the name that the snippet gives them: `route53` → `aws_route53`. */
        modules: new Map(
          [...head.matchAll(/\* as (\w+) from 'aws-cdk-lib\/([\w-]+)'/g)].map(([, name, module]) => [name, module.replaceAll('-', '_')]),
        ),
        /** Names of `aws-cdk-lib` itself. */
        core: [...head.matchAll(/\{ ([^}]*) \} from 'aws-cdk-lib'/g)].flatMap(([, names]) => names.replaceAll('type ', '').split(', ')),
        /** What the snippet takes for granted, and its types. */
        given: [...head.matchAll(/^declare const (\w+): ([\w.[\]]+);$/gm)].map(([, name, type]) => ({ name, type })),
      };
    });
}
