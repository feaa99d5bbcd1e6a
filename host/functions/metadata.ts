/** What an add-in says of its custom functions, as its functions.json has it. */

export type ParameterType = 'any' | 'boolean' | 'number' | 'string';

export interface ParameterMetadata {
  readonly name: string;
  /** Any, where it is not said [doc: custom functions JSON]. */
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name?: string;
  readonly parameters?: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
}

export interface Parameter {
  readonly type: ParameterType;
  readonly isMatrix: boolean;
  readonly optional: boolean;
  readonly repeating: boolean;
}

/** A custom function as the host calls it. */
export interface CustomFunction {
  /** What the runtime knows it by. */
  readonly id: string;
  /** What a formula calls it, in capitals. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly givesMatrix: boolean;
  /** Whether the function may know the cell that calls it. */
  readonly requiresAddress: boolean;
}

const TYPES: readonly string[] = ['any', 'boolean', 'number', 'string'];

/** What the host does not do is refused here, not left out in silence. */
const UNKNOWN_OPTIONS = ['stream', 'cancelable', 'volatile', 'requiresParameterAddresses'] as const;

/** The functions of the metadata; throws where Excel or the host would not take one. */
export function readMetadata(metadata: FunctionsMetadata, namespace?: string): CustomFunction[] {
  return metadata.functions.map((item) => {
    const { id, name = id, parameters = [], result, options = {} } = item;
    const unknown = UNKNOWN_OPTIONS.find((option) => options[option] === true);
    if (unknown !== undefined) throw new Error(`${id}: the host does not do "${unknown}".`);
    // Letters, digits, points and underscores, three at least [doc: custom functions naming].
    if (!/^[\p{L}][\p{L}\p{N}._]{2,}$/u.test(name))
      throw new Error(`"${name}" is no function name.`);
    return {
      id,
      name: (namespace === undefined ? name : `${namespace}.${name}`).toUpperCase(),
      parameters: parameters.map((parameter) => readParameter(id, parameter)),
      givesMatrix: result?.dimensionality === 'matrix',
      requiresAddress: options['requiresAddress'] === true,
    };
  });
}

function readParameter(id: string, given: ParameterMetadata): Parameter {
  const type = given.type ?? 'any';
  if (!TYPES.includes(type)) throw new Error(`${id}: "${type}" is no type of a parameter.`);
  return {
    type: type as ParameterType,
    isMatrix: given.dimensionality === 'matrix',
    optional: given.optional === true,
    repeating: given.repeating === true,
  };
}

/** What a file calls a function: points become underscores [issue office-js#5611]. */
export function fileName(name: string): string {
  return `_xldudf_${name.replaceAll('.', '_')}`;
}
