import { stringify } from 'csv-stringify/sync'

import { inZone } from '../../shared/capture/zone'
import type { RecordData } from '../../shared/record/schema'
import { accept, refuse, type Result } from '../../shared/result'

/** What a spreadsheet takes for the start of a formula, also in full width. */
const FORMULA = '[=+\\-@＝＋－＠]'
const STARTS_FORMULA = new RegExp(`^(?:[\\t\\r\\n]|[\\s\\p{Cf}]*${FORMULA})`, 'u')

/** Where the system's list separator is a semicolon, a spreadsheet may part a cell there. */
const HIDDEN_FORMULA = new RegExp(`([;\\t\\r\\n][\\s\\p{Cf}]*)(?=${FORMULA})`, 'gu')

/** A text that no spreadsheet computes: with an apostrophe before what could start a formula. */
function inert(text: string): string {
  const parted = text.replace(HIDDEN_FORMULA, "$1'")
  return STARTS_FORMULA.test(parted) ? `'${parted}` : parted
}

function local(moment: string | null, timeZone: string): string {
  return moment === null ? '' : (inZone(moment, timeZone)?.toFormat('yyyy-MM-dd HH:mm') ?? moment)
}

const TITLES = ['No.', 'Action', 'Owner', 'Due', 'Status', 'Captured', 'Time zone', 'Meeting']

/**
 * The actions as a table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, every cell quoted, and
 * formulas made inert (OWASP, CSV injection). Times are on the clocks of the meeting. Refuses when there are none.
 */
export function actionsCsv({ actions, meeting }: RecordData): Result<string> {
  if (actions.length === 0)
    return refuse('nothing', 'No action was recorded, so there is nothing to put into a table.')
  const { timeZone, title } = meeting
  const rows = actions.map(({ text, owner, due, status, at }, index) => [
    String(index + 1),
    text,
    owner,
    local(due, timeZone),
    status,
    local(at, timeZone),
    timeZone,
    title,
  ])
  const table = [TITLES, ...rows].map((cells) => cells.map(inert))
  return accept(
    stringify(table, { bom: true, quoted: true, quoted_empty: true, record_delimiter: 'windows' }),
  )
}
