/** What Excel is told of the functions, in the form of its functions.json. */
import { functionSpecs } from '../app/functionSpecs';

export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: 'any';
      readonly dimensionality: 'matrix';
      readonly optional: boolean;
    }[];
    readonly result: { readonly type: 'number'; readonly dimensionality: 'matrix' };
  }[];
}

export function functionsMetadata(): FunctionsMetadata {
  return {
    functions: functionSpecs.map(({ name, description, parameters }) => ({
      id: name,
      name,
      description,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description,
        type: 'any',
        dimensionality: 'matrix',
        optional: parameter.isRequired !== true,
      })),
      result: { type: 'number', dimensionality: 'matrix' },
    })),
  };
}
