/** The rows of a bench as a table: on the terminal and in docs/benchmarks.md. */
import { methods } from './methods.mjs'

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

const HEADING = '## Part '

/** The section of a part: what it was measured on, the rows, how they are measured. `machine` is label and value, line by line. */
function section({ name, rows, machine }) {
  const tables = [markdownTable(['machine', ''], machine), markdownTable(HEAD, rows.map(cellsOf))]
  return [`${HEADING}\`${name}\``, ...tables, ...(methods[name] ?? [])].join('\n\n')
}

/** The sections a page has, by the name of their part. */
function sectionsIn(page) {
  const found = page.split(`\n${HEADING}`).slice(1)
  return new Map(found.map((text) => [/^`(\w+)`/.exec(text)?.[1], `${HEADING}${text}`.trim()]))
}

/** The whole page, part by part in this order. A part without a row keeps the section that the page before had. */
export function benchPage(measured, before, order) {
  const sections = sectionsIn(before)
  for (const part of measured) if (part.rows.length > 0) sections.set(part.name, section(part))
  const kept = order.flatMap((name) => sections.get(name) ?? [])
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. A row is compared with its baseline in the same run, on the same machine; \`ratio\` is the ratio of the percentile named beside it. Parts can be measured one by one, so each says what the machine was doing: a load above the number of cores makes the slowest figures (p95 and up) those of its other programs.

${kept.join('\n\n')}
`
}
