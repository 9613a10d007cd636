/** The rows of a bench as a table: on the terminal and in docs/benchmarks.md. */

const HEAD = ['part', 'measured', 'unit', 'p50', 'p95', 'p99', 'max', 'n', 'ratio', 'compared with']

const figure = (value) => (value === null ? '–' : String(value))

function cellsOf(row) {
  const ratio = row.ratio === null ? '–' : `${row.ratio} (${row.ratioOf})`
  const { part, name, unit, p50, p95, p99, max, n, baseline } = row
  return [part, name, unit, ...[p50, p95, p99, max].map(figure), String(n), ratio, baseline ?? '–']
}

/** Rows in columns, for the terminal. */
export function terminalTable(rows) {
  const lines = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const cell = (text) => text.replaceAll('|', '\\|')
const markdownRow = (cells) => `| ${cells.map(cell).join(' | ')} |`

function markdownTable(head, lines) {
  return [markdownRow(head), markdownRow(head.map(() => '---')), ...lines.map(markdownRow)].join('\n')
}

/** The whole page. `machine` is label and value, line by line. */
export function benchPage(rows, machine) {
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. A row is compared with its baseline in the same run, on the same disk; \`ratio\` is the ratio of the percentile named beside it. The figures are worth what the machine was worth at that hour: a load above the number of cores makes the slowest ones (p95 and up) those of its other programs.

${markdownTable(['machine', ''], machine)}

${markdownTable(HEAD, rows.map(cellsOf))}

## How it is measured

**Enter to durable** runs the store in plain Node, as the app does, snapshots in their worker: from the command to the answer that the disk has the entry. Raw is one \`write\` and one \`fdatasync\` of the same lines in the same folder; SQLite is one row an entry in one transaction a batch (WAL, \`synchronous=FULL\`). They take turns in blocks. Targets: p95 of the store at most 2 × raw and 1.5 × SQLite.

**Painted** rows run in the real app: from the browser's time stamp of the key to the first task after the frame that shows the result. Their baseline is the time between two frames of the same window while nothing happens. Targets: key to clear at most 2 frames, key to preview at most 1 (waiting for the next frame is part of it), objection key to response 50 ms.

**Opening** reads a meeting's file, checks shape, hash chain and lists, and replays its log; the baseline only parses the file. Target: 500 ms. Parsing a capture line of 500 characters has 1 ms.
`
}
