cd /work/main/bench/tmp; for v in "$@"; do ../../node_modules/.bin/esbuild $v/bench/engineProcess.ts --bundle --platform=node --target=node20 --outfile=$v.cjs --log-level=warning; done
