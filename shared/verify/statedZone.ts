import { DateTime } from 'luxon'

import { inZone, isoOf } from '../capture/zone'
import { recordDocument, type RecordInput } from '../record/document'
import type { RecordDocument } from '../record/pdf'
import { recordFileSchema } from '../record/schema'
import { zoneName } from '../record/words'
import { expectedRows, type ExpectedRow } from './expectedText'

/** What a record prints, row by row. */
export type Printing = { readonly document: RecordDocument; readonly rows: readonly ExpectedRow[] }

/** What the record prints by the rules of its time zone that this computer has. */
export function printingOf(input: RecordInput): Printing {
  const document = recordDocument(input)
  return { document, rows: expectedRows(document) }
}

/** Where moments stand in a record; other texts may look like one. */
const MOMENTS: ReadonlySet<string> = new Set(
  'at from to due when plannedStart startedAt endedAt start originalDate newDate'.split(' '),
)

/** In minutes: zones never changed their clocks by more at once, but for the date line. */
const MOST_APART = 180
const QUARTER = 15

/** The moment at which clocks show, by the rules of this computer, what the written one says; the same for most. */
function asStated(moment: string, timeZone: string): string {
  const here = inZone(moment, timeZone)
  const stated = DateTime.fromISO(moment, { setZone: true })
  if (here === null || !stated.isValid) return moment
  const apart = stated.offset - here.offset
  if (apart === 0 || Math.abs(apart) > MOST_APART || apart % QUARTER !== 0) return moment
  return isoOf(here.plus({ minutes: apart }))
}

/**
 * What the record prints where every moment is shown on the clock it was written by: its distance from UTC is
 * part of the signed data, as the maker's computer knew the zone. Null where this computer knows the same.
 */
export function statedPrinting({ file, madeAt, paper }: RecordInput): Printing | null {
  const { timeZone, startedAt, plannedStart } = file.record.meeting
  const json = JSON.stringify(file)
  const shifted = JSON.stringify(file, (key, value: unknown) =>
    typeof value === 'string' && MOMENTS.has(key) ? asStated(value, timeZone) : value,
  )
  const read = shifted === json ? null : recordFileSchema.safeParse(JSON.parse(shifted))
  if (read === null || !read.success) return null
  const { document, rows } = printingOf({ file: read.data, madeAt: asStated(madeAt, timeZone), paper })
  const named = startedAt ?? plannedStart ?? file.record.revision?.at ?? madeAt
  const [zone, stated] = [zoneName(timeZone, asStated(named, timeZone)), statedZone(timeZone, named)]
  const cells = (row: ExpectedRow) => row.cells.map((cell) => cell.replace(zone, stated))
  return { document, rows: rows.map((row) => ({ ...row, cells: cells(row) })) }
}

function statedZone(timeZone: string, moment: string): string {
  return `${timeZone} (UTC${DateTime.fromISO(moment, { setZone: true }).toFormat('Z')})`
}

/** The texts that two printings of one record do not agree on: as printed, and as expected here. */
export function otherTexts(printed: Printing, here: Printing): readonly (readonly [string, string])[] {
  return printed.rows.flatMap(({ cells }, index) =>
    cells.flatMap((cell, column) => {
      const expected = here.rows[index]?.cells[column] ?? ''
      return cell === expected ? [] : [[cell, expected] as const]
    }),
  )
}
