# race.sh lines runs rounds variants...
cd /work/main/bench/tmp; n=$1; k=$2; R=$3; shift 3; rm -f race.txt; for r in $(seq $R); do for v in "$@"; do echo "$v $(node --expose-gc $v.cjs ours $n $k)" >> race.txt; done; done
node -e '
const by={};for(const l of require("fs").readFileSync("race.txt","utf8").trim().split("\n")){const i=l.indexOf(" ");(by[l.slice(0,i)]??=[]).push(JSON.parse(l.slice(i+1)))}
const f=x=>x.toFixed(1).padStart(8);const med=a=>a.sort((x,y)=>x-y)[a.length>>1];
for(const v in by){const P=by[v];const names=P[0].runs[0].steps.map(s=>s[0]);
console.log(v,"digest",[...new Set(P.map(p=>p.digest))].join(),"buildLedger min",f(Math.min(...P.map(p=>p.loading[0][1]))),"peakMB",med(P.map(p=>p.peakBytes/1e6|0)));
const first=P.map(p=>p.runs[0].total),warm=P.flatMap(p=>p.runs.slice(1).map(r=>r.total));
console.log("   total first min",f(Math.min(...first)),"med",f(med(first))," warm min",f(Math.min(...warm)),"med",f(med(warm)));
names.forEach((n,i)=>{const a=P.map(p=>p.runs[0].steps[i][1]),b=P.flatMap(p=>p.runs.slice(1).map(r=>r.steps[i][1]));console.log("   ",n.padEnd(16),"first min",f(Math.min(...a)),"med",f(med(a))," warm min",f(Math.min(...b)),"med",f(med(b)))})}'
