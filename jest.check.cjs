/**
 * The tests of `npm run check`, for every change: all that need neither Chromium nor LibreOffice, without those
 * that run whole samples or hundreds of workbooks, and with every law on a tenth of its cases. `npm test` and CI
 * run them all, each law on 1,000 cases.
 */
process.env.LAW_RUNS ??= '100';

module.exports = {
  ...require('./jest.config.cjs'),
  testPathIgnorePatterns: [
    'test/browser',
    'test/preview',
    'test/taskpane',
    'test/host/browser',
    'test/runner/writtenWorkbook',
    'test/runner/everyLedger/',
    'test/runner/(commission|functionsOnSamples|optionEffects|reportsAlone|samples).test',
  ],
};
