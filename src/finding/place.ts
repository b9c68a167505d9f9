import type { Stack } from '../assembly/model.js';
import { constructPathOfStack } from '../assembly/stack-scope.js';
import type { Place } from '../check/problem.js';
import { Property, type TemplatePath } from '../graph/model/property.js';
import { Resource } from '../graph/model/resource.js';
import { TemplatePart } from '../graph/model/template-part.js';

/** What a problem's place is a part of. */
export interface PlaceParts {
  readonly stack: Stack;
  /** As the graph holds it, without assumptions. Undefined for a stack. */
  readonly resource: Resource | undefined;
  /** From the template's root. */
  readonly templatePath: TemplatePath;
  /** From `Properties`, or from the resource's entry for what stands beside it (`DeletionPolicy`); without a resource from the template's root. */
  readonly propertyPath: TemplatePath;
  /** The construct, when it is neither a resource nor the stack: that of an output, or one that another tool names. */
  readonly constructPath?: string | undefined;
  /** Frames of the call that the problem is about, innermost first. Their place is reported before that of the construct. */
  readonly trace?: readonly string[] | undefined;
}

/** Path of the construct that a place is a part of, when it is known. A stack is a construct too. */
export function constructPathOf({ stack, resource, constructPath }: PlaceParts): string | undefined {
  if (resource !== undefined) return resource.constructPath;
  return constructPath ?? constructPathOfStack(stack);
}

export function partsOfPlace(place: Place): PlaceParts {
  if (place instanceof Property) return below(place.resource.base, place.path);
  if (place instanceof Resource) return below(place.base, NO_STEPS);
  if (place instanceof TemplatePart) return outsideResources(place);
  return { stack: place, resource: undefined, templatePath: [], propertyPath: [] };
}

export function outsideResources({ stack, path, constructPath, trace }: TemplatePart): PlaceParts {
  return { stack, resource: undefined, templatePath: path, propertyPath: path, constructPath, trace };
}

const NO_STEPS: TemplatePath = [];

/** `path` is from the resource's entry. */
export function below(resource: Resource, path: TemplatePath): PlaceParts {
  return new ResourcePlace(resource, path);
}

/** Puts the paths together when they are asked for: there may be half a million findings, of which a report lists a few. */
class ResourcePlace implements PlaceParts {
  readonly resource: Resource;
  readonly #path: TemplatePath;

  constructor(resource: Resource, path: TemplatePath) {
    this.resource = resource;
    this.#path = path;
  }

  get stack(): Stack {
    return this.resource.stack;
  }

  get templatePath(): TemplatePath {
    const { stack, logicalId } = this.resource;
    const writtenAt = stack.template.resources.get(logicalId)?.writtenAt;
    return writtenAt === undefined ? ['Resources', logicalId, ...this.#path] : ['Resources', ...writtenAt];
  }

  get propertyPath(): TemplatePath {
    return this.#path[0] === 'Properties' ? this.#path.slice(1) : this.#path;
  }
}
