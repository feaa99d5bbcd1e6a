/** The base of the objects that Office.js sees, and the look-up of their members by name. */

/**
 * An object of the API. Its getters, setters and methods whose names start with a capital (or _ and a capital) are the
 * members that the add-in can reach; everything else stays inside the host.
 */
export abstract class HostObject {
  /** The name of the class in the API. */
  abstract readonly className: string;

  /** The id by which Office.js finds the object again in its collection; undefined for an object without one. */
  identity(): { readonly [key: string]: string | number } {
    return {};
  }
}

/** A collection: it lists its items and finds one by its key. */
export abstract class HostCollection extends HostObject {
  abstract items(): readonly HostObject[];

  /** The item of a key; throws ItemNotFound where there is none. */
  abstract getItem(key: unknown): HostObject;
}

/** What a member of an API object is. */
export type Member =
  | {
      readonly kind: 'property';
      readonly read: () => unknown;
      readonly write: ((value: unknown) => void) | undefined;
    }
  | { readonly kind: 'method'; readonly call: (args: readonly unknown[]) => unknown };

/** The member of this name, or undefined where the class has none. */
export function memberOf(target: HostObject, name: string): Member | undefined {
  if (!/^_?[A-Z]/.test(name)) return undefined;
  const descriptor = descriptorOf(target, name);
  if (descriptor === undefined) return undefined;
  if (typeof descriptor.value === 'function') {
    const method = descriptor.value as (...args: unknown[]) => unknown;
    return { kind: 'method', call: (args) => method.apply(target, [...args]) };
  }
  if (descriptor.get === undefined) return undefined;
  return {
    kind: 'property',
    read: () => descriptor.get?.call(target) as unknown,
    write:
      descriptor.set === undefined
        ? undefined
        : (value) => {
            descriptor.set?.call(target, value);
          },
  };
}

/** The names of the readable members of an object, those that lead to other objects among them. */
export function readableNames(target: HostObject): string[] {
  const names = new Set<string>();
  for (const prototype of prototypesOf(target)) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (member.get !== undefined && /^[A-Z]/.test(name)) names.add(name);
    }
  }
  return [...names];
}

function* prototypesOf(target: HostObject): Generator<object> {
  let prototype = Object.getPrototypeOf(target) as object | null;
  while (prototype !== null && prototype !== HostObject.prototype) {
    yield prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
}

/** The members of each class that were asked for; a report asks for the same few thousands of times. */
const asked = new WeakMap<object, Map<string, PropertyDescriptor | undefined>>();

function descriptorOf(target: HostObject, name: string): PropertyDescriptor | undefined {
  const ofClass =
    asked.get(target.constructor) ?? new Map<string, PropertyDescriptor | undefined>();
  asked.set(target.constructor, ofClass);
  if (ofClass.has(name)) return ofClass.get(name);
  const found = [...prototypesOf(target)]
    .map((prototype) => Object.getOwnPropertyDescriptor(prototype, name))
    .find((descriptor) => descriptor !== undefined);
  ofClass.set(name, found);
  return found;
}
