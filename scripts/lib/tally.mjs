/** Counts of checks, and how they are read from the reports of the test runners. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number, reasons: string[] }} Tally
 * `reasons` has one line for every skipped test.
 */

/** @returns {Tally} nothing counted yet */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0, reasons: [] }
}

/** @returns {Tally} the sum of several */
export function sum(tallies) {
  const total = emptyTally()
  for (const tally of tallies) {
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
    total.reasons.push(...tally.reasons)
  }
  return total
}

/** The last line of a run. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** The line for a skipped test; its name may tell the reason itself: `… (skipped: root reads all)`. */
function withReason(name, reason) {
  if (reason) return `${name}: ${reason}`
  return /\(skipped: .+\)/.test(name) ? name : `${name}: no reason given`
}

/**
 * Reads vitest's JSON report. A file that failed outside its tests counts as one failure.
 * @param {any} report
 * @param {Record<string, string>} notes reasons of skipped tests by their full name
 * @returns {Tally}
 */
export function tallyVitest(report, notes = {}) {
  const tally = emptyTally()
  for (const file of report.testResults ?? []) {
    let failedHere = 0
    for (const test of file.assertionResults ?? []) {
      if (test.status === 'passed') tally.passed += 1
      else if (test.status === 'failed') failedHere += 1
      else {
        tally.skipped += 1
        const name = test.fullName.trim()
        tally.reasons.push(
          withReason(name, notes[name] ?? (test.status === 'todo' ? 'still to be written' : '')),
        )
      }
    }
    if (failedHere === 0 && file.status === 'failed') failedHere = 1
    tally.failed += failedHere
  }
  return tally
}

/**
 * Reads Playwright's JSON report. Errors outside the tests count as failures; a test that passed
 * only when repeated counts as failed, because it cannot be relied on.
 * @param {any} report
 * @returns {Tally}
 */
export function tallyPlaywright(report) {
  const tally = emptyTally()
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests ?? []) {
        if (test.status === 'expected') tally.passed += 1
        else if (test.status !== 'skipped') tally.failed += 1
        else {
          tally.skipped += 1
          const told = (test.annotations ?? []).filter((note) => note.type !== 'tag' && note.description)
          const reason = told.map((note) => note.description).join('; ')
          tally.reasons.push(withReason([...path, spec.title].join(' '), reason))
        }
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, [...path, inner.title])
  }
  for (const suite of report.suites ?? []) visit(suite, [suite.title])
  tally.failed += (report.errors ?? []).length
  return tally
}

/**
 * What a runner's end means together with its report: no report, no test, or a bad exit without
 * a failed test each count as one failure.
 * @param {{ code: number, tally: Tally | undefined, part: string }} end
 * @returns {Tally & { problem?: string }}
 */
export function judge({ code, tally, part }) {
  const failed = (from, problem) => ({ ...from, failed: from.failed + 1, problem })
  if (!tally) return failed(emptyTally(), `${part} ended without a report (code ${code})`)
  if (tally.passed + tally.failed === 0) return failed(tally, `${part} ran no test`)
  if (code !== 0 && tally.failed === 0)
    return failed(tally, `${part} ended with code ${code} although no test failed`)
  return tally
}
