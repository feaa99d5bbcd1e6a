/** Hands the custom functions to Excel under their names. */
import { functionSpecs } from '../app/functionSpecs';
import { implementation } from './functions';

for (const spec of functionSpecs) CustomFunctions.associate(spec.name, implementation(spec));
