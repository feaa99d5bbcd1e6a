import tseslint from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';

const pureFolders = ['src/core/**', 'src/ledger/**', 'src/engine/**', 'src/reports/**'];
const hostGlobals = ['Excel', 'Office', 'OfficeRuntime', 'CustomFunctions', 'document', 'window'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/', '**/*.cjs', '**/*.mjs', '*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      complexity: ['error', 14],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Excel shows the message of this class alone; its types do not say that it is an Error.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', name: 'Error', package: 'custom-functions-runtime' }] },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only (STYLE.md).' },
        { selector: 'TSEnumDeclaration', message: 'Unions of literals, no enum (STYLE.md).' },
      ],
    },
  },
  {
    // No clock, random, locale or host in the pure folders: same cells, same sheets.
    files: pureFolders,
    rules: {
      'no-restricted-globals': [
        'error',
        ...hostGlobals,
        'fetch',
        'Date',
        'Intl',
        'console',
        'process',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The core is deterministic.' },
        { property: 'toLocaleString', message: 'Results must not depend on a locale.' },
        {
          property: 'localeCompare',
          message: 'Order by code unit; results must not depend on a locale.',
        },
      ],
    },
  },
  {
    // Typed columns are read by index with `!`: a checked reader that all column types share is
    // polymorphic, and made the engine several times slower (docs/performance.md).
    files: pureFolders,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Excel is said only in src/excel and in the entry points that start it.
    files: ['src/excel/**', 'src/commands/**'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['test/**', 'bench/**', 'samples/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
