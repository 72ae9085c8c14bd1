/** The same function, which finds the value of a key once. */
export function remembering<Key extends string, T>(find: (key: Key) => T): (key: Key) => T {
  return rememberingBy((key) => key, find);
}

/** The same for values that are told apart by a text. */
export function rememberingBy<Value, T>(
  keyOf: (value: Value) => string,
  find: (value: Value) => T,
): (value: Value) => T {
  const known = new Map<string, { readonly found: T }>();
  return (value) => {
    const key = keyOf(value);
    const one = known.get(key) ?? { found: find(value) };
    known.set(key, one);
    return one.found;
  };
}

/** The same for objects, as long as there are these. */
export function rememberingOf<Key extends object, T>(find: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, { readonly found: T }>();
  return (key) => {
    const one = known.get(key) ?? { found: find(key) };
    known.set(key, one);
    return one.found;
  };
}
