import type { Stack } from '../../assembly/model.js';
import type { TemplatePath } from './property.js';
import type { Resource } from './resource.js';
import type { Boundary, UnknownReason } from './value.js';

/** How one resource refers to another. */
export type LinkKind = 'ref' | 'get-att' | 'depends-on' | 'arn' | 'name' | Boundary;

/** `exact`: the template says so. `inferred`: two names or ARNs are equal, and nothing says that they are meant to be one.
 * `opaque`: an attribute of a custom resource, of which only its handler knows what it is. It is among the unresolved references, too. */
export type LinkClass = 'exact' | 'inferred' | 'opaque';

/** An output of a template. */
export interface OutputPlace {
  readonly kind: 'output';
  readonly stack: Stack;
  /** Key under the template's `Outputs`. */
  readonly output: string;
}

/** A template as a whole. */
export interface StackPlace {
  readonly kind: 'stack';
  readonly stack: Stack;
}

/** A directed edge of the graph: a property of one resource refers to another resource. */
export interface Link {
  readonly from: Resource;
  /** Where in `from`, below its entry in the template. */
  readonly path: TemplatePath;
  readonly to: Resource;
  /** Attribute that is read; undefined for `Ref`, `DependsOn` and names. */
  readonly attribute: string | undefined;
  readonly kind: LinkKind;
  /** The borders between templates on the way, from reader to producer; empty inside one template. */
  readonly via: readonly Boundary[];
  /** Condition of the `Fn::If` around it, when it cannot be decided. */
  readonly condition: string | undefined;
}

/** One use of a name that another stack offers: what makes one stack need another, whatever the value is. */
export interface StackLink {
  readonly from: Resource | OutputPlace;
  readonly path: TemplatePath;
  readonly to: Stack;
  readonly kind: LinkKind;
  /** The export, output, parameter or physical name. */
  readonly name: string;
}

/** A reference that leads nowhere in the graph, and why. */
export interface Unresolved {
  /** The stack for `generator`: what its template generates is in no resource. */
  readonly from: Resource | OutputPlace | StackPlace;
  readonly path: TemplatePath;
  readonly kind: LinkKind | 'parameter' | 'mapping' | 'generator';
  /** `external`: it names something that nothing here produces. `public`: it names a parameter that AWS keeps. `conditional`: it hangs on a condition. `unknown`: all else. */
  readonly class: 'external' | 'public' | 'unknown' | 'conditional';
  readonly reason: UnknownReason;
  /** Of the export, parameter, output or mapping; undefined when that is not known. */
  readonly name: string | undefined;
  /** The name, or words for what has none. */
  readonly label: string;
}
