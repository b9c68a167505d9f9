import { matcher, stackMatcher } from '../config/globs.js';
import type { RuleSelector } from '../generated/config.js';
import type { Resource } from '../graph/model/resource.js';

/** Whether a resource is meant: all that a selector names must fit, and one pattern of each list. */
export function compileSelector({ stack, account, region, type, construct, tag }: RuleSelector): (resource: Resource) => boolean {
  const tests: ((resource: Resource) => boolean)[] = [];
  const add = <T>(
    patterns: string | readonly string[] | undefined,
    compile: (list: readonly string[]) => T,
    test: (fits: T, resource: Resource) => boolean,
  ): void => {
    if (patterns === undefined) return;
    const fits = compile([patterns].flat());
    tests.push((resource) => test(fits, resource));
  };
  add(stack, stackMatcher, (fits, resource) => fits(resource.stack));
  add(account, matcher, (fits, resource) => fits(resource.account ?? ''));
  add(region, matcher, (fits, resource) => fits(resource.region ?? ''));
  add(type, matcher, (fits, resource) => fits(resource.type));
  add(construct, matcher, (fits, { constructPath, id }) => fits(constructPath ?? id));
  for (const [key, value] of Object.entries(tag ?? {})) add(value, matcher, (fits, resource) => tagsOf(resource, key).some(fits));
  return (resource) => tests.every((test) => test(resource));
}

/** The values of a tag: of the resource itself, and of its stack, which CloudFormation gives to all that can have tags. */
function tagsOf(resource: Resource, key: string): readonly string[] {
  const own = resource.property('Tags');
  const listed = (own.items ?? []).filter((tag) => tag.get('Key').text === key).map((tag) => tag.get('Value').text);
  const mapped = own.value.kind === 'map' ? [own.get(key).text] : [];
  return [...listed, ...mapped, resource.stack.tags.get(key)].filter((value) => value !== undefined);
}
