/** What figures of cells are computed with: the engine of the reports, and the index that is looked up. */
export { allocateLedger } from '../engine/allocateLedger';
export { figuresOf } from '../engine/figures';
