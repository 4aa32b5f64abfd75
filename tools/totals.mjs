/**
 * One test in Vitest's JSON report.
 * @typedef {{ fullName: string, status: string, meta?: { reason?: string } }} ReportedTest
 */

/**
 * What is read of the runner's report of one project.
 * @typedef {object} Report
 * @property {{ name: string, status: string, message?: string, assertionResults: ReportedTest[] }[]} testResults
 * @property {string[]} [unhandledErrors]
 */

/**
 * How one part of the run ended; a part that is no test run has no report to give.
 * @typedef {object} Part
 * @property {string} name
 * @property {number} exitCode
 * @property {Report | undefined} report
 */

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} remarks each skip with its reason, and each failure no test stands for
 */

/** @typedef {{ contractIsHere: boolean }} Circumstances */

const CONTRACT_TEST = /(^|\/)contract(\/|\.test\.ts$)/;

/**
 * @param {Report['testResults'][number]} file
 * @param {Circumstances} circumstances
 * @returns {Totals}
 */
function totalsOfFile({ name, status, message, assertionResults }, { contractIsHere }) {
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const failed = assertionResults.filter((test) => test.status === 'failed').length;
  const rest = assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const remarks = rest.map(({ fullName, meta }) => {
    return `skipped: ${name}: ${fullName}: ${meta?.reason ?? 'it gives no reason'}`;
  });
  const mustNotSkip = contractIsHere && CONTRACT_TEST.test(name);
  if (mustNotSkip && rest.length > 0) {
    remarks.push(`failed: ${name}: contract tests must not skip while the contract is here`);
  }
  // A file that does not load, and a failing beforeAll or afterAll, have no failed test to show.
  const failedAsAWhole = status === 'failed' && failed === 0;
  if (failedAsAWhole) remarks.push(`failed: ${name}: ${message || 'it failed as a whole'}`);
  return {
    passed,
    failed: failed + (failedAsAWhole ? 1 : 0) + (mustNotSkip ? rest.length : 0),
    skipped: mustNotSkip ? 0 : rest.length,
    remarks,
  };
}

/**
 * @param {Part} part
 * @param {Circumstances} circumstances
 * @returns {Totals}
 */
function totalsOfPart({ name, exitCode, report }, circumstances) {
  const files = (report?.testResults ?? []).map((file) => totalsOfFile(file, circumstances));
  const totals = sum(files);
  const unhandled = report?.unhandledErrors ?? [];
  const remarks = [
    ...totals.remarks,
    ...unhandled.map((error) => `failed: ${name}: an error no test caught: ${error}`),
  ];
  const failed = totals.failed + unhandled.length;
  if (exitCode === 0 || failed > 0) return { ...totals, failed, remarks };
  return { ...totals, failed: 1, remarks: [...remarks, `failed: ${name}: exit code ${exitCode}`] };
}

/**
 * @param {Totals[]} all
 * @returns {Totals}
 */
function sum(all) {
  return {
    passed: all.reduce((count, { passed }) => count + passed, 0),
    failed: all.reduce((count, { failed }) => count + failed, 0),
    skipped: all.reduce((count, { skipped }) => count + skipped, 0),
    remarks: all.flatMap(({ remarks }) => remarks),
  };
}

/**
 * The true totals of a run. Passed counts tests only; failed also counts what stops tests from
 * being what they seem: a file that does not load, an error no test caught, a part that ended
 * badly, a skipped contract test while the contract is here, and a run in which nothing ran.
 * @param {Part[]} parts
 * @param {Circumstances} circumstances
 * @returns {Totals}
 */
export function totalsOf(parts, circumstances) {
  const totals = sum(parts.map((part) => totalsOfPart(part, circumstances)));
  if (totals.passed + totals.failed > 0) return totals;
  return { ...totals, failed: 1, remarks: [...totals.remarks, 'failed: not one test ran'] };
}

/**
 * The test files that no part of a run has reported.
 * @param {string[]} files
 * @param {Part[]} parts
 * @returns {string[]}
 */
export function filesNeverRun(files, parts) {
  const results = parts.flatMap(({ report }) => report?.testResults ?? []);
  const run = new Set(results.map(({ name }) => name));
  return files.filter((file) => !run.has(file));
}
