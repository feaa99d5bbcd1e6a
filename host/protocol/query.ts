/** Answers a load: the chosen properties of an object, or of the items of a collection. */
import { Refusal } from '../model/refusal';
import { HostCollection, HostObject, memberOf, readableNames } from './hostObject';
import type { QueryInfo } from './wire';

/** What is asked of an object: members by name, with what is asked of the object behind them. */
type Wanted = Map<string, Wanted>;

/** The properties that a query asks for, in the shape that Office.js reads. */
export function query(target: HostObject, info: QueryInfo): unknown {
  const { Select, Expand = [], Top = Infinity, Skip = 0 } = info;
  const whole = Expand.map((path) => `${path}/*`);
  const paths = [...(Select ?? (whole.length > 0 ? ['*'] : [])), ...whole];
  return selected(target, wantedOf(paths), { skip: Skip, top: Top });
}

function wantedOf(paths: readonly string[]): Wanted {
  const wanted: Wanted = new Map();
  for (const path of paths) {
    let level = wanted;
    for (const part of path.split(/[/.]/)) {
      if (part.toLowerCase() === 'items') continue;
      const name = part.charAt(0).toUpperCase() + part.slice(1);
      const next = level.get(name) ?? new Map<string, Wanted>();
      level.set(name, next);
      level = next;
    }
  }
  return wanted;
}

const NOTHING: Wanted = new Map();

const EVERYTHING = { skip: 0, top: Infinity };

function selected(
  target: HostObject,
  wanted: Wanted,
  page: { skip: number; top: number },
): unknown {
  if (!(target instanceof HostCollection)) return propertiesOf(target, wanted);
  // A path such as "count" can mean the collection itself; what it has not is meant for its items.
  const own: Wanted = new Map([...wanted].filter(([name]) => memberOf(target, name) !== undefined));
  const ofItems: Wanted = new Map([...wanted].filter(([name]) => !own.has(name)));
  const whole = wanted.size === 0 || wanted.has('*');
  const items = own.size > 0 && ofItems.size === 0 ? [] : target.items();
  const shown = items.slice(page.skip, page.skip + page.top);
  return {
    ...propertiesOf(target, whole ? NOTHING : own, !whole && own.size === 0),
    ...(own.size > 0 && ofItems.size === 0
      ? {}
      : { _Items: shown.map((item) => propertiesOf(item, ofItems)) }),
  };
}

function propertiesOf(
  target: HostObject,
  wanted: Wanted,
  nothing = false,
): Record<string, unknown> {
  if (nothing || wanted.has('$none')) return {};
  const everything = wanted.size === 0 || wanted.has('*') || wanted.has('$all');
  const names = new Set([...(everything ? readableNames(target) : []), ...wanted.keys()]);
  names.delete('*');
  names.delete('$all');
  const answer: Record<string, unknown> = { ...target.identity() };
  for (const name of names) {
    const member = memberOf(target, name);
    if (member?.kind !== 'property') {
      throw new Refusal('ApiNotFound', `${target.className} has no property ${name}.`);
    }
    const value = member.read();
    if (!(value instanceof HostObject)) {
      answer[name] = value;
      continue;
    }
    const inner = wanted.get(name);
    if (inner !== undefined) answer[name] = selected(value, inner, EVERYTHING);
  }
  return answer;
}
