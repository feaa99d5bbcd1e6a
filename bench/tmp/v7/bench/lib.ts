export { run } from './ourEngine';
export { buildLedger } from '../src/ledger/buildLedger';
export { tablesOf } from './tables';
export { workload } from './workload';
export { digestOf } from './answer';
