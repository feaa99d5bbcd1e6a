// usage: codemod <root> <mapping json: kind->name>
const ts=require('/work/main/node_modules/typescript');const path=require('path'),fs=require('fs');
const root=path.resolve(process.argv[2]);const map=JSON.parse(process.argv[3]);
const cfg=ts.parseJsonConfigFileContent(ts.readConfigFile(root+'/tsconfig.json',ts.sys.readFile).config,ts.sys,root);
const prog=ts.createProgram(cfg.fileNames,cfg.options);const ch=prog.getTypeChecker();
const stat={};
for(const sf of prog.getSourceFiles()){ if(!/\/(src|bench)\//.test(sf.fileName)||sf.isDeclarationFile||sf.fileName.includes('node_modules')||sf.fileName.endsWith('core/assert.ts'))continue;
 const edits=[];const used=new Set();let imp;
 const visit=n=>{ if(ts.isImportDeclaration(n)&&/\/assert'$/.test(n.moduleSpecifier.getText()))imp=n;
  if(ts.isCallExpression(n)&&n.expression.getText()==='at'){let t=ch.getTypeAtLocation(n.arguments[0]);let s=ch.typeToString(ch.getApparentType(t),undefined,ts.TypeFlags.NoTruncation);
   let base=ch.getBaseConstraintOfType(t)||t; const names=(base.isUnion()?base.types:[base]).map(x=>{const parts=x.isIntersection()?x.types:[x];return parts.map(p=>p.symbol&&p.symbol.name).find(q=>/^(Int32|Float64|Uint8)Array$/.test(q))||'Array'});
   const kind=[...new Set(names)].length===1?names[0]:(names.includes('Array')?'Array':'Typed');
   stat[kind]=(stat[kind]||0)+1; const name=map[kind];used.add(name); edits.push([n.expression.getStart(),n.expression.getEnd(),name]);}
  ts.forEachChild(n,visit)};visit(sf);
 if(!edits.length)continue;
 const nb=imp.importClause.namedBindings.elements.map(e=>e.getText()).filter(x=>x!=='at'||false);
 const all=[...new Set([...nb,...used])].sort();
 edits.push([imp.importClause.namedBindings.getStart(),imp.importClause.namedBindings.getEnd(),'{ '+all.join(', ')+' }']);
 let s=sf.text;for(const [a,b,x] of edits.sort((p,q)=>q[0]-p[0]))s=s.slice(0,a)+x+s.slice(b);
 fs.writeFileSync(sf.fileName,s);
}
console.log(stat);
