/**
 * Builds what ships into dist: the page of the shared runtime with its scripts, the notice and help
 * pages, the functions' metadata, the icons, and the manifest for the address it is served from.
 */
const { readFileSync } = require('node:fs');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');

const DEVELOPMENT = 'https://localhost:3000/';
const OFFICE = 'https://appsforoffice.microsoft.com';

/** Ids of the add-in as it is developed and as it is served: Excel can hold both at once. */
const DEVELOPMENT_ID = '4b1f5c1e-6d0a-4c58-9a57-2f8f0c7d3e61';
const PRODUCTION_ID = 'b7d3a2f0-91c4-4e0b-8a6e-5c2f7d1e9034';

/** The manifest with the address it is served from; `npm run build -- --env address=https://…/`. */
function manifestFor(address) {
  const manifest = readFileSync('manifest.xml', 'utf8');
  if (address === DEVELOPMENT) return manifest;
  if (!/^https:\/\/[^\s?#]+\/$/.test(address)) {
    throw new Error(`an address begins with https:// and ends with /, unlike ${address}`);
  }
  const served = manifest
    .replaceAll(DEVELOPMENT, address)
    .replaceAll(DEVELOPMENT_ID, PRODUCTION_ID);
  if (served.includes('localhost')) throw new Error('the manifest still names localhost');
  return served;
}

/** Nothing but the add-in's own files and Microsoft's office.js may load; nothing may be sent. */
const policy = [
  "default-src 'none'",
  `script-src 'self' ${OFFICE}`,
  // office.js reads its texts and its list of hosts from where it was loaded.
  `connect-src 'self' ${OFFICE}`,
  // Fluent fills style elements by insertRule; the hash is that of an empty one.
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  // Where Excel on the web does not trust the page yet, office.js asks in a frame of its own.
  `frame-src ${OFFICE}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function page(name, template, chunks) {
  return new HtmlWebpackPlugin({
    template,
    filename: `${name}.html`,
    chunks,
    scriptLoading: 'defer',
    policy,
  });
}

/** Code behind the pages; what only a part that is loaded later needs (reports, review, functions) comes with it. */
function isShared(module, { chunkGraph }) {
  const path = module.nameForCondition() ?? '';
  const isOurs =
    /src[\\/](core|ledger|engine|reports|excel|app)|decimal\.js|office-js-helpers/.test(path);
  const chunks = [...chunkGraph.getModuleChunksIterable(module)];
  return isOurs && chunks.some((chunk) => chunk.canBeInitial());
}

module.exports = (env) => ({
  mode: 'production',
  cache: { type: 'filesystem' },
  entry: {
    // In this order on the page: functions answer cells before the pane is drawn.
    functions: './src/functions/index.ts',
    commands: './src/commands/commands.ts',
    taskpane: './src/taskpane/index.tsx',
    notice: './src/commands/notice.ts',
  },
  output: { path: `${__dirname}/dist`, filename: '[name].js', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  optimization: {
    runtimeChunk: { name: 'runtime' },
    splitChunks: {
      cacheGroups: {
        default: false,
        defaultVendors: false,
        // What functions, ribbon and pane share is there once, with one state.
        engine: {
          name: 'engine',
          test: isShared,
          chunks: (chunk) => chunk.name !== 'notice',
          enforce: true,
        },
        // Reports and cells compute by the same engine; the pane looks at the workbook without it.
        figures: {
          name: 'figures',
          test: /src[\\/]engine[\\/](?!commission)/,
          chunks: 'async',
          enforce: true,
        },
        // Reports settle commissions, and so do cells; neither brings the other with it.
        commission: {
          name: 'commission',
          test: /src[\\/]engine[\\/]commission/,
          chunks: 'async',
          enforce: true,
        },
      },
    },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
  plugins: [
    page('taskpane', './src/taskpane/taskpane.html', ['functions', 'commands', 'taskpane']),
    page('notice', './src/commands/notice.html', ['notice']),
    new CopyWebpackPlugin({
      patterns: [
        { from: 'assets/*.png' },
        { from: 'src/functions/functions.json', to: 'functions.json' },
        { from: 'src/commands/support.html', to: 'support.html' },
        { from: 'src/commands/page.css', to: 'page.css' },
        {
          from: 'manifest.xml',
          transform: () => manifestFor(env.address ?? DEVELOPMENT),
        },
      ],
    }),
  ],
  performance: { hints: false },
});
module.exports.manifestFor = manifestFor;
