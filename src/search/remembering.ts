/** The same function, which finds the value of a key once. */
export function remembering<Key extends string, T>(find: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}

/** The same for values that are told apart by a text. */
export function rememberingBy<Value, T>(
  keyOf: (value: Value) => string,
  find: (value: Value) => T,
): (value: Value) => T {
  const known = new Map<string, T>();
  return (value) => {
    const key = keyOf(value);
    const found = known.get(key) ?? find(value);
    known.set(key, found);
    return found;
  };
}

/** The same for objects, as long as there are these. */
export function rememberingOf<Key extends object, T>(find: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, T>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}
