/** Hands the custom functions to Excel under their names. */
import { functionSpecs, implementation } from './functions';

for (const spec of functionSpecs) CustomFunctions.associate(spec.name, implementation(spec));
