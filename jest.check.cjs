/**
 * The tests of `npm run check`: all that need neither Chromium nor LibreOffice, without the one that writes and
 * reads 200 workbooks, and with every law on a quarter of its cases. `npm test` and CI run them all, each law on
 * 1,000 cases.
 */
process.env.LAW_RUNS ??= '250';

module.exports = {
  ...require('./jest.config.cjs'),
  testPathIgnorePatterns: [
    'test/browser',
    'test/preview',
    'test/taskpane',
    'test/host/browser',
    'test/runner/writtenWorkbook',
    'test/runner/everyLedger/',
  ],
};
