const p=JSON.parse(require('fs').readFileSync(process.argv[2]));const self=new Map();const dt=p.timeDeltas;const idx=new Map(p.nodes.map(n=>[n.id,n]));
p.samples.forEach((s,i)=>{const n=idx.get(s);const k=n.callFrame.functionName+':'+n.callFrame.lineNumber;self.set(k,(self.get(k)||0)+dt[i]/1000)});
[...self].sort((a,b)=>b[1]-a[1]).slice(0,+process.argv[3]||25).forEach(([k,v])=>console.log(v.toFixed(0).padStart(8),k));
