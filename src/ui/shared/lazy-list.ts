/** A list whose items are made when somebody looks at them: of 20,000 a person sees 30. */
export function lazyList<T>(length: number, make: (index: number) => T): readonly T[] {
  const made = new Array<T>(length);
  const isPlace = (key: string | symbol): boolean =>
    typeof key === 'string' && /^\d+$/.test(key) && Number(key) < length;
  return new Proxy(made, {
    get(target, key, receiver) {
      if (isPlace(key) && !(key in target)) target[Number(key)] = make(Number(key));
      return Reflect.get(target, key, receiver) as unknown;
    },
    // What an array does item by item skips those that are not there, and those not made yet are.
    has: (target, key) => isPlace(key) || key in target,
  });
}
