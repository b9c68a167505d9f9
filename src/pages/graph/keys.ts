import type { Placed } from './placed.js';

/** Where an arrow key leads: the nearest box in that direction, those straight ahead before those aside. */
export function nextBox(from: string, direction: string, boxes: ReadonlyMap<string, Placed>): string | undefined {
  const start = boxes.get(from);
  if (start === undefined) return undefined;
  const horizontal = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowLeft' || direction === 'ArrowUp' ? -1 : 1;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [key, place] of boxes) {
    if (key === from) continue;
    const x = place.x + place.width / 2 - (start.x + start.width / 2);
    const y = place.y + place.height / 2 - (start.y + start.height / 2);
    const ahead = (horizontal ? x : y) * sign;
    if (ahead <= 2) continue;
    const distance = ahead + 3 * Math.abs(horizontal ? y : x);
    if (distance < least) {
      least = distance;
      nearest = key;
    }
  }
  return nearest;
}
