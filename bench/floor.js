// The least that any tool must do: read and parse the manifest and the templates. `node bench/floor.js cdk.out`
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder = 'cdk.out'] = process.argv;
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const templates = [];
for (const { properties } of Object.values(read('manifest.json').artifacts)) {
  if (properties.templateFile !== undefined) templates.push(read(properties.templateFile));
}
const resources = templates.reduce((sum, { Resources }) => sum + Object.keys(Resources).length, 0);
process.stdout.write(`${templates.length} templates, ${resources} resources\n`);
