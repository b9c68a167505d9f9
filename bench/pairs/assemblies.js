import { readdirSync, readFileSync } from 'node:fs';

/** Undefined for fixtures that are broken on purpose. */
export function readTemplate(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Folders of cloud assemblies, without those of stages. */
export function findAssemblies(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'manifest.json')
    .map(({ parentPath }) => parentPath)
    .filter((folder) => !/assembly-[^/]*$|asset\./.test(folder))
    .sort();
}

/** Numbers from 0 to 1 that are the same for one seed. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
