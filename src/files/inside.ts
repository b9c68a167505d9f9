import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is a folder or lies below it, by its letters only. Both are absolute. */
export function isInside(path: string, folder: string): boolean {
  if (path.startsWith(`${folder}${sep}`) && !path.includes('..')) return true;
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
