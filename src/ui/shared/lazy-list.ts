/** A list whose items are made when somebody looks at them: of 20,000 a person sees 30. */
export function lazyList<T>(length: number, make: (index: number) => T): readonly T[] {
  const made = new Array<T>(length);
  return new Proxy(made, {
    get(target, key, receiver) {
      const index = typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : -1;
      if (index >= 0 && index < length && !(index in target)) target[index] = make(index);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}
