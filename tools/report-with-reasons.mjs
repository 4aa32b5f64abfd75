import { JsonReporter } from 'vitest/node';

/** Vitest's JSON report, with what it leaves out: why a test was skipped, and unhandled errors. */
export default class ReportWithReasons extends JsonReporter {
  /** @type {string[]} */
  unhandledErrors = [];

  /**
   * @override
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest').SerializedError[]} [errors]
   */
  async onTestRunEnd(modules, errors = []) {
    this.unhandledErrors = errors.map((error) => error.stack ?? error.message);
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const result = test.result();
      if (result.state === 'skipped' && result.note) {
        Object.assign(test.meta(), { reason: result.note });
      }
    }
    await super.onTestRunEnd(modules);
  }

  /**
   * @override
   * @param {string} report
   */
  async writeReport(report) {
    const { unhandledErrors } = this;
    await super.writeReport(JSON.stringify({ ...JSON.parse(report), unhandledErrors }));
  }
}
