cd /work/main/bench/tmp; for v in "$@"; do sed -i 's/^function run(ledger/export function run(ledger/' $v/bench/ourEngine.ts; cat > $v/bench/lib.ts <<'X'
export { run } from './ourEngine';
export { buildLedger } from '../src/ledger/buildLedger';
export { tablesOf } from './tables';
export { workload } from './workload';
export { digestOf } from './answer';
X
../../node_modules/.bin/esbuild $v/bench/lib.ts --bundle --platform=node --target=node20 --outfile=lib_$v.cjs --log-level=warning; done
