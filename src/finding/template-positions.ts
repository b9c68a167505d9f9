import { AssemblyFiles } from '../assembly/files.js';
import type { Stack } from '../assembly/model.js';
import { locate, type Position } from '../template/locate.js';
import { locateYaml } from '../template/locate-yaml.js';
import type { PlaceParts } from './place.js';

/** What is left to say when a template has gone or is empty since it was loaded. */
const START: Position = { line: 1, column: 1 };

/** Lines and columns of all places. Each template that has one is read again, once: the graph keeps no texts. */
export function findTemplatePositions(places: readonly PlaceParts[]): ReadonlyMap<PlaceParts, Position> {
  const byFile = new Map<string, PlaceParts[]>();
  for (const place of places) {
    const file = `${place.stack.assembly.root}\0${place.stack.templateFile}`;
    const others = byFile.get(file);
    if (others === undefined) byFile.set(file, [place]);
    else others.push(place);
  }
  const positions = new Map<PlaceParts, Position>();
  for (const together of byFile.values()) {
    const located = locateIn(
      (together[0] as PlaceParts).stack,
      together.map(({ templatePath, stack }) => [...(stack.template.at ?? []), ...templatePath]),
    );
    for (const [index, place] of together.entries()) positions.set(place, located[index] ?? START);
  }
  return positions;
}

function locateIn(
  { assembly, templateFile, template }: Stack,
  paths: readonly PlaceParts['templatePath'][],
): readonly (Position | undefined)[] {
  const files = AssemblyFiles.of(assembly);
  const file = files.locate('', templateFile);
  const text = 'value' in file ? files.read(file.value) : file;
  if ('problem' in text) return [];
  return template.format === 'yaml' ? locateYaml(text.value, paths) : locate(text.value, paths);
}
