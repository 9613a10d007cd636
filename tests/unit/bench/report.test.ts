import { describe, expect, it } from 'vitest'

import { chosenParts } from '../../../scripts/bench.mjs'
import { fileSystemOf } from '../../../scripts/lib/bench/machine.mjs'
import { benchPage, terminalTable } from '../../../scripts/lib/bench/report.mjs'
import { rowOf } from '../../bench/rows'

const rows = [
  rowOf({ part: 'live', name: 'capture', unit: 'ms' }, [1, 2, 3], { name: 'raw | write', samples: [1] }),
  rowOf({ part: 'live', name: 'not measured', unit: 'ms' }, []),
]

describe('the table of a bench', () => {
  it('has a line a row, in columns on the terminal', () => {
    const [head, first, second] = terminalTable(rows).split('\n')
    expect(head).toMatch(/^part\s+measured\s+unit\s+p50/)
    expect(first).toMatch(/capture\s+ms\s+2\s+3\s+3\s+3\s+3\s+3 \(p95\)\s+raw \| write$/)
    expect(second).toMatch(/not measured\s+ms\s+–\s+–\s+–\s+–\s+0\s+–\s+–$/)
  })

  const order = ['live', 'record']
  const part = (name: string, of: readonly unknown[], cores: string) => ({
    name,
    rows: of,
    machine: [['Cores', cores]],
  })

  it('is a page with the machine at the head of each part, whatever the names hold', () => {
    const page = benchPage([part('live', rows, '2')], '', order)
    expect(page).toContain('## Part `live`\n\n| machine |  |\n| --- | --- |\n| Cores | 2 |')
    expect(page).toContain('| live | capture | ms | 2 | 3 | 3 | 3 | 3 | 3 (p95) | raw \\| write |')
  })

  it('keeps the parts that were not measured, in their order', () => {
    const record = benchPage([part('record', rows, '3')], '# Benchmarks\n\nOlder.\n', order)
    const both = benchPage([part('live', rows, '2')], record, order)
    expect(both.match(/^## Part .*$/gm)).toEqual(['## Part `live`', '## Part `record`'])
    expect(both).toContain('| Cores | 3 |')
    expect(benchPage([part('record', [], '4')], both, order)).toBe(both)
    const again = benchPage([part('record', rows, '5')], both, order)
    expect(again).toContain('| Cores | 5 |')
    expect(again).not.toContain('| Cores | 3 |')
  })

  it('names the file system of a device and nothing else of the machine', () => {
    const mounts =
      '22 1 254:1 / / rw - ext4 /dev/vda1 rw\n23 22 0:21 / /tmp rw,nosuid shared:3 - tmpfs tmpfs rw'
    expect(fileSystemOf('254:1', mounts)).toBe('ext4')
    expect(fileSystemOf('0:21', mounts)).toBe('tmpfs')
    expect(fileSystemOf('8:1', mounts)).toBeUndefined()
  })
})

describe('the parts of a bench', () => {
  it('are those asked for, all without any, and never one it does not know', () => {
    expect(chosenParts([], ['live', 'record'])).toEqual(['live', 'record'])
    expect(chosenParts(['record'], ['live', 'record'])).toEqual(['record'])
    expect(() => chosenParts(['speed'], ['live', 'record'])).toThrow(
      'There is no bench part speed: the parts are live, record.',
    )
  })
})
