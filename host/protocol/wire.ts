/** The messages between Office.js and the host, as far as they matter here. */

/** How an object is reached. Types: 1 root, 2 new object, 3 method, 4 property, 5 indexer, 6 kept reference, 7 null object. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** For each argument that is an object: the id of its path, else 0; nested for arrays. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  /** Objects to load with all that they hold. */
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** What to do. Types: 1 instantiate, 2 query, 3 method, 4 set property, 5 trace. */
export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface ErrorBody {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  /** The trace actions that were reached; handlers of events wait for theirs. */
  readonly TraceIds: readonly number[];
  readonly Error?: ErrorBody;
}

/** An event on its way to the add-in. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
}

/** The category of the events of objects. */
export const OBJECT_EVENT_CATEGORY = 65_536;

/** The category of the calls of custom functions, and the type of a call [code: custom-functions-runtime _handleMessage]. */
export const FUNCTION_CATEGORY = 1;
export const CALL_MESSAGE = 1000;

/** The category of actions, and the type of one to run [code: Office.js actionProxy]. */
export const ACTION_CATEGORY = 2;
export const ACTION_MESSAGE = 1000;

/** Whether a request is one that the library makes on its own, to a service beside the workbook. */
export function isServiceRequest({ ObjectPaths }: RequestBody): boolean {
  return Object.values(ObjectPaths).some(
    ({ ObjectPathType, Name }) => ObjectPathType === 2 && Name.startsWith('Microsoft.'),
  );
}
