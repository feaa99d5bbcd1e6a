/** A jest reporter: ends a run with one line that a person and a machine can read. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    // A suite that could not run at all counts as a failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    const line = `${results.numPassedTests} passed, ${failed} failed${tail}`;
    // Behind jest's own summary, which comes after this.
    process.once('exit', () => process.stdout.write(`\n${line}\n`));
  }
};
