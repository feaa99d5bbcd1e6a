const [n,k,...vs]=process.argv.slice(2);
const libs=vs.map(v=>require('./lib_'+v+'.cjs'));
const tables=libs[0].tablesOf(libs[0].workload(+n));
const led=libs.map((l,i)=>{const t=performance.now();const r=l.buildLedger(tables);console.log(vs[i],'buildLedger',(performance.now()-t).toFixed(0));return r});
const res=vs.map(()=>({}));const dig=new Set();
for(let r=0;r<k;r++)for(let i=0;i<vs.length;i++){gc();const {answer,steps}=libs[i].run(led[i]);dig.add(libs[i].digestOf(answer));let s=0;for(const [nm,t] of steps){(res[i][nm]??=[]).push(t);s+=t}(res[i].total??=[]).push(s)}
console.log('digests',[...dig].join(),'load',require('os').loadavg()[0].toFixed(1));const med=a=>[...a].sort((x,y)=>x-y)[a.length>>1];
for(const nm of Object.keys(res[0])){console.log(nm.padEnd(16),vs.map((v,i)=>`${v} ${Math.min(...res[i][nm]).toFixed(1).padStart(6)}/${med(res[i][nm]).toFixed(1).padStart(6)}`).join('  '))}
