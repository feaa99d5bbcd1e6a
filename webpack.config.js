/** Builds what ships: the ribbon's bundle, its pages, the icons and the manifest of the address. */
const { readFileSync } = require('node:fs');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');

const DEVELOPMENT = 'https://localhost:3000/';

/** The manifest with the address it is served from; `npm run build -- --env address=https://…/`. */
function manifestFor(address) {
  const manifest = readFileSync('manifest.xml', 'utf8').replaceAll(DEVELOPMENT, address);
  if (address !== DEVELOPMENT && manifest.includes('localhost')) {
    throw new Error('the manifest still names localhost');
  }
  return manifest;
}

module.exports = (env) => ({
  mode: 'production',
  cache: { type: 'filesystem' },
  entry: { commands: './src/commands/commands.ts', notice: './src/commands/notice.ts' },
  output: { path: `${__dirname}/dist`, filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
  plugins: [
    ...['commands', 'notice'].map(
      (page) =>
        new HtmlWebpackPlugin({
          template: `./src/commands/${page}.html`,
          filename: `${page}.html`,
          chunks: [page],
        }),
    ),
    new CopyWebpackPlugin({
      patterns: [
        { from: 'assets/*.png' },
        { from: 'src/commands/support.html', to: 'support.html' },
        {
          from: 'manifest.xml',
          transform: () => manifestFor(env.address ?? DEVELOPMENT),
        },
      ],
    }),
  ],
  performance: { maxAssetSize: 400_000, maxEntrypointSize: 400_000 },
});
