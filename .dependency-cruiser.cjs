/**
 * Which folder may import which, each line with its reason.
 * The folders are the pipeline: cells → ledger → engine → reports → excel.
 */
function mayImport(folder, allowed, why) {
  const folders = [folder, ...allowed].join('|');
  return {
    name: `${folder}-imports`,
    comment: why,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: `^src/(${folders})/` },
  };
}

module.exports = {
  forbidden: [
    mayImport('core', [], 'core is the vocabulary; it knows no other folder'),
    mayImport('ledger', ['core'], 'the ledger turns cells into columns and knows no figure'),
    mayImport('engine', ['core', 'ledger'], 'money is decided here, from the ledger alone'),
    mayImport('reports', ['core', 'ledger', 'engine'], 'a report is data; it knows no workbook'),
    mayImport('excel', ['core', 'ledger', 'reports'], 'the edge reads cells and writes sheets'),
    mayImport('app', ['core', 'ledger', 'engine', 'reports', 'excel'], 'app wires the steps'),
    mayImport('commands', ['core', 'app'], 'the ribbon calls what the pane and the runner call'),
    mayImport('functions', ['core', 'engine', 'app'], 'a function looks a figure up, no more'),
    mayImport(
      'taskpane',
      ['core', 'app'],
      'the pane shows what app tells it and does no arithmetic',
    ),
    {
      name: 'functions-without-the-pane',
      comment: 'cells must not wait for React: what answers them knows nothing of the pane',
      severity: 'error',
      from: { path: '^src/(app|functions|commands)/' },
      to: { path: '^src/taskpane/|node_modules/(react|react-dom|@fluentui|@tanstack)/' },
    },
    {
      name: 'pure-folders-use-only-decimal',
      comment: 'core, ledger, engine and reports run anywhere: no node, no host, no package',
      severity: 'error',
      from: { path: '^src/(core|ledger|engine|reports)/' },
      to: { pathNot: '^src/|node_modules/decimal[.]js/' },
    },
    {
      name: 'decimal-only-in-core-rate',
      comment: 'exact decimals meet cents in one place, so that rounding is in one place',
      severity: 'error',
      from: { pathNot: '^src/core/rate[.]ts$|^(test|bench)/' },
      to: { path: 'node_modules/decimal[.]js/' },
    },
    {
      name: 'helpers-behind-one-adapter',
      comment: 'office-js-helpers is archived; only its safe call is used, in one file',
      severity: 'error',
      from: { pathNot: '^src/excel/createSheet[.]ts$' },
      to: { path: 'node_modules/@microsoft/office-js-helpers/' },
    },
    {
      name: 'src-not-to-tools',
      comment: 'what ships knows nothing of the stand-in for Excel, of samples or of tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(host|preview|test|samples|bench)/' },
    },
    {
      name: 'no-circular',
      comment: 'a cycle means that two files are one, or that a word is missing between them',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'a file that nobody imports is dead, unless it is where something starts',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '[.]test[.]ts$|[.]d[.]ts$|^src/(commands|functions|taskpane)/|^(host/runner|preview|samples|bench|tools)/',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
