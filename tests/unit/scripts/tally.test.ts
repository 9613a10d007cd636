import { describe, expect, test } from 'vitest'
import {
  emptyTally,
  judge,
  sum,
  summaryLine,
  tallyPlaywright,
  tallyVitest,
} from '../../../scripts/lib/tally.mjs'
import { chosenParts } from '../../../scripts/test.mjs'

const vitestTest = (status: string, fullName: string) => ({ status, fullName })

describe("vitest's report", () => {
  test('is counted, with the reason of every skipped test', () => {
    const report = {
      testResults: [
        {
          status: 'failed',
          assertionResults: [
            vitestTest('passed', 'one'),
            vitestTest('failed', 'two'),
            vitestTest('skipped', ' three'),
            vitestTest('pending', 'four'),
            vitestTest('todo', 'five'),
          ],
        },
      ],
    }
    expect(tallyVitest(report, { three: 'no tide today' })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 3,
      reasons: ['three: no tide today', 'four: no reason given', 'five: still to be written'],
    })
  })

  test('takes a reason told in the name of the test', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: [vitestTest('skipped', 'reads (skipped: root reads all)')] },
      ],
    }
    expect(tallyVitest(report).reasons).toEqual(['reads (skipped: root reads all)'])
  })

  test('counts a file that could not be loaded as one failure', () => {
    const report = { testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(tallyVitest(report)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe("Playwright's report", () => {
  const spec = (title: string, status: string, annotations: object[] = []) => ({
    title,
    tests: [{ status, annotations }],
  })

  test('is counted through nested suites, with the descriptions of skips', () => {
    const report = {
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('opens', 'expected')],
          suites: [
            {
              title: 'board',
              specs: [
                spec('moves', 'unexpected'),
                spec('second screen', 'skipped', [{ type: 'skip', description: 'only one screen' }]),
                spec('later', 'skipped', [{ type: 'fixme' }]),
              ],
            },
          ],
        },
      ],
    }
    expect(tallyPlaywright(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      reasons: ['a.spec.ts board second screen: only one screen', 'a.spec.ts board later: no reason given'],
    })
  })

  test('a test that passed only on repetition and an error outside the tests count as failed', () => {
    const report = { suites: [{ title: 'a', specs: [spec('x', 'flaky')] }], errors: [{ message: 'no' }] }
    expect(tallyPlaywright(report)).toMatchObject({ passed: 0, failed: 2 })
  })
})

describe('the end of a part', () => {
  const passing = { ...emptyTally(), passed: 3 }

  test('stands as counted when the runner agrees', () => {
    expect(judge({ code: 0, tally: passing, part: 'unit' })).toEqual(passing)
    const failing = { ...passing, failed: 2 }
    expect(judge({ code: 1, tally: failing, part: 'unit' })).toEqual(failing)
  })

  test.each([
    ['no report', { code: 0, tally: undefined }, /without a report/],
    ['no test at all', { code: 0, tally: emptyTally() }, /no test/],
    ['only skipped tests', { code: 0, tally: { ...emptyTally(), skipped: 4 } }, /no test/],
    ['a bad exit without a failed test', { code: 1, tally: passing }, /code 1/],
  ])('counts as failed with %s', (_, end, problem) => {
    const judged = judge({ ...end, part: 'unit' })
    expect(judged.failed).toBe(1)
    expect(judged.problem).toMatch(problem)
  })

  test('is summed into the last line', () => {
    const total = sum([passing, { ...emptyTally(), failed: 1, skipped: 1, reasons: ['x: y'] }])
    expect(summaryLine(total)).toBe('3 passed, 1 failed, 1 skipped')
    expect(total.reasons).toEqual(['x: y'])
  })
})

describe('the parts asked for', () => {
  test('are all of them, or those named in their own order', () => {
    expect(chosenParts([])).toEqual(['types', 'lint', 'format', 'unit', 'e2e'])
    expect(chosenParts(['e2e', 'types'])).toEqual(['types', 'e2e'])
    expect(() => chosenParts(['units'])).toThrow(/no test part units/)
  })
})
