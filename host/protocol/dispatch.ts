/** Carries out one request: resolves the object paths, does the actions in order, stops at the first that fails. */
import { Refusal } from '../model/refusal';
import { HostCollection, HostObject, memberOf } from './hostObject';
import { query } from './query';
import type { References } from './references';
import type {
  Action,
  ActionResult,
  ArgumentInfo,
  ErrorBody,
  ObjectPath,
  RequestBody,
  ResponseBody,
} from './wire';

/** Where a request starts and what it may do. */
export interface DispatchScope {
  readonly root: HostObject;
  readonly references: References;
  /** The service of a name beside the workbook. */
  service(name: string): HostObject | undefined;
  /** Asked before each action; true ends the request there, as when the pane is closed. */
  stops(actionIndex: number): boolean;
}

/** Ended before its answer: the add-in is gone. */
export class Abandoned extends Error {}

/** Answers a request. What was done before a failing action stays done: a batch is no transaction [doc: application-specific API model]. */
export function dispatch(body: RequestBody, scope: DispatchScope): ResponseBody {
  const run = new Dispatch(body, scope);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    if (scope.stops(index)) throw new Abandoned();
    try {
      results.push({ ActionId: action.Id, Value: run.act(action) });
      if (action.ActionType === 5) traces.push(action.Id);
    } catch (failure) {
      // Nothing that was read comes back from a failed request [unverified].
      return {
        Results: [],
        TraceIds: traces,
        Error: errorBody(failure, run.location(action), index),
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

/** The error that Office.js throws to the add-in. A fault of the host itself is told as such. */
export function errorBody(failure: unknown, location: string, actionIndex: number): ErrorBody {
  const refusal =
    failure instanceof Refusal
      ? failure
      : new Refusal('GeneralException', `Fault in the Excel host: ${faultText(failure)}`);
  return {
    Code: refusal.code,
    Message: refusal.message,
    Location: location,
    ActionIndex: actionIndex,
    HttpStatusCode: refusal.code === 'ApiNotFound' || refusal.code === 'ItemNotFound' ? 404 : 400,
  };
}

function faultText(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}

/** The objects of one request: each path is resolved once, when it is first needed. */
class Dispatch {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly scope: DispatchScope,
  ) {}

  act(action: Action): unknown {
    if (action.ActionType === 5) return null;
    const target = this.objectOf(action.ObjectPathId);
    // Whatever is asked of a null object, the answer is null [doc: OrNullObject methods].
    if (target === null) return null;
    switch (action.ActionType) {
      case 1:
        return this.identity(target);
      case 2:
        return { ...this.identity(target), ...asRecord(query(target, action.QueryInfo ?? {})) };
      case 3:
        return this.call(target, action);
      case 4:
        this.set(target, action);
        return null;
      default:
        throw new Refusal('InvalidRequest', `Action type ${action.ActionType} is not known.`);
    }
  }

  /** Where an action failed, as Office.js names it: "Range.values". */
  location(action: Action): string {
    const owner = this.className(action.ObjectPathId);
    const name =
      action.Name === '' ? this.body.ObjectPaths[action.ObjectPathId]?.Name : action.Name;
    const member = name ?? '';
    return `${owner}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
  }

  private className(pathId: number): string {
    const path = this.body.ObjectPaths[pathId];
    const own = this.resolved.get(pathId);
    if (own) return own.className;
    const parent = path?.ParentObjectPathId;
    const known = parent === undefined ? undefined : this.resolved.get(parent);
    return known ? known.className : 'Workbook';
  }

  private identity(target: HostObject): Record<string, unknown> {
    const reference = this.scope.references.idOf(target);
    return { ...target.identity(), ...(reference && { _ReferenceId: reference }) };
  }

  private objectOf(pathId: number): HostObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[pathId];
    if (path === undefined) throw new Refusal('InvalidRequest', `Path ${pathId} is missing.`);
    const found = this.resolve(path);
    this.resolved.set(pathId, found);
    return found;
  }

  private resolve(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === 1) return this.scope.root;
    if (path.ObjectPathType === 2) {
      const service = this.scope.service(path.Name);
      if (service === undefined) throw new Refusal('ApiNotFound', `${path.Name} is not known.`);
      return service;
    }
    if (path.ObjectPathType === 6) return this.scope.references.find(path.Name);
    if (path.ObjectPathType === 7) return null;
    const parent = this.objectOf(path.ParentObjectPathId ?? 0);
    return parent === null ? null : this.step(parent, path);
  }

  private step(parent: HostObject, path: ObjectPath): HostObject | null {
    const args = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === 5) {
      if (!(parent instanceof HostCollection)) throw notFound(parent, 'getItem');
      return parent.getItem(args[0]);
    }
    const member = memberOf(parent, path.Name);
    if (member === undefined) throw notFound(parent, path.Name);
    const found = member.kind === 'method' ? member.call(args) : member.read();
    if (found === null || found instanceof HostObject) return found;
    throw notFound(parent, path.Name);
  }

  private call(target: HostObject, action: Action): unknown {
    const [id] = action.ArgumentInfo?.Arguments ?? [];
    const { references } = this.scope;
    switch (action.Name) {
      case '_KeepReference':
        references.keep(target);
        return null;
      case '_RemoveReference':
        references.release(String(id));
        return null;
      case '_RemoveAllReferences':
        references.releaseAll();
        return null;
      default:
        return this.callMember(target, action);
    }
  }

  private callMember(target: HostObject, action: Action): unknown {
    const member = memberOf(target, action.Name);
    if (member?.kind !== 'method') throw notFound(target, action.Name);
    const value = member.call(this.argumentsOf(action.ArgumentInfo));
    return value === undefined ? null : value;
  }

  private set(target: HostObject, action: Action): void {
    const member = memberOf(target, action.Name);
    if (member?.kind !== 'property' || member.write === undefined) {
      throw notFound(target, action.Name);
    }
    member.write(this.argumentsOf(action.ArgumentInfo)[0]);
  }

  /** The arguments, with the objects among them in the place of their path ids. */
  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, at) => {
      const reference = references[at];
      return typeof reference === 'number' && reference !== 0 ? this.objectOf(reference) : argument;
    });
  }
}

function notFound(target: HostObject, name: string): Refusal {
  return new Refusal('ApiNotFound', `The host does not know ${target.className}.${name}.`);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
