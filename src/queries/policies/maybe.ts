/** True, false, or undefined where the synthesized output does not tell. */
export type Maybe = boolean | undefined;

/** True as soon as one is; false when all are. */
export function anyOf<T>(items: readonly T[], test: (item: T) => Maybe): Maybe {
  let result: Maybe = false;
  // Not by `for of`, which makes an object for each item until V8 optimizes it: policies ask this most.
  for (let index = 0; index < items.length; index++) {
    const answer = test(items[index] as T);
    if (answer === true) return true;
    if (answer === undefined) result = undefined;
  }
  return result;
}

/** False as soon as one is; true when all are. */
export function allOf<T>(items: readonly T[], test: (item: T) => Maybe): Maybe {
  return negate(anyOf(items, (item) => negate(test(item))));
}

export function negate(answer: Maybe): Maybe {
  return answer === undefined ? undefined : !answer;
}
