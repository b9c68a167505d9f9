import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The least that any tool must do: read and parse the manifest and the templates. */
const [, , folder = 'cdk.out'] = process.argv;
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
  artifacts: Record<string, { properties: { templateFile: string } }>;
};
let resources = 0;
const templates = [];
for (const { properties } of Object.values(manifest.artifacts)) {
  if (properties.templateFile === undefined) continue;
  const template = JSON.parse(readFileSync(join(folder, properties.templateFile), 'utf8')) as { Resources: object };
  templates.push(template);
  resources += Object.keys(template.Resources).length;
}
process.stdout.write(`${templates.length} templates, ${resources} resources\n`);
