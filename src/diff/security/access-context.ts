import type { Resource } from '../../graph/model/resource.js';
import type { Lookups } from '../compare/lookups.js';
import type { Access } from './read.js';
import type { Texts } from './texts.js';

/** What the comparison of permissions, and of rules, needs to know. */
export interface AccessContext {
  readonly texts: Texts;
  /** Whether a resource of after was not there before. */
  readonly isNew: (resource: Resource) => boolean;
  /** Whether a text of one side is the dummy value of a lookup that was not done. */
  readonly isDummy: Lookups['isDummy'];
  /** What the resources around these say, as far as they say the same before and after. */
  readonly contextFor: (subjects: readonly Resource[]) => Access;
}
