import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import type { RecordFile } from '../../../shared/record/schema'
import { comparePrinted } from '../../../shared/verify/printed'
import { say as sentences } from '../../../shared/verify/sentences'
import { statedPrinting } from '../../../shared/verify/statedZone'
import { ordinary } from '../record/meetings'
import { revisionOf } from '../record/records'
import { AT, RESOURCES } from '../sign/signing'
import { opened } from './forging'

const file = revisionOf(ordinary())

/** The record with every action due at this moment. */
function due(moment: string): RecordFile {
  const actions = file.record.actions.map((action) => ({ ...action, due: moment }))
  return { ...file, record: { ...file.record, actions } }
}

/** Berlin's summer time as it is now. */
const NOW = '2027-07-02T17:00:00.000+02:00'

const pages = renderPdf({ file: due(NOW), madeAt: AT, paper: 'A4', resources: RESOURCES })

async function compared(attached: string) {
  return comparePrinted(opened((await pages).bytes), due(attached))
}

describe('a date that is printed by other rules of its time zone', () => {
  it('is no change where the record states what is printed, and is named', async () => {
    const { faults, notes } = await compared('2027-07-02T17:00:00.000+01:00')
    expect(faults).toEqual([])
    expect(notes).toEqual([expect.any(String), sentences.wordsAlone])
    expect(notes[0]).toContain('other rules for the time zone Europe/Berlin than this computer has')
    expect(notes[0]).toContain(
      'it says “Fri 2 Jul 2027, 17:00” where this computer would say “Fri 2 Jul 2027, 18:00”',
    )
  })

  it.each([
    ['the record states another time', '2027-07-02T18:00:00.000+02:00'],
    ['the record states another day', '2027-07-03T17:00:00.000+01:00'],
    ['no zone ever changed by so much', '2027-07-02T17:00:00.000+06:00'],
    ['no zone ever changed by so odd a time', '2027-07-02T17:00:00.000+01:53'],
  ])('is a change where %s', async (_why, attached) => {
    const { faults, notes } = await compared(attached)
    expect(faults.join()).toContain('says something that is not printed')
    expect(notes).toEqual([])
  })

  it('goes for all times of a record, and for its zone as it was known', () => {
    const known = JSON.stringify(file).replaceAll('.000+01:00', '.000+02:00')
    const other = statedPrinting({ file: JSON.parse(known) as RecordFile, madeAt: AT, paper: 'A4' })
    const cells = other?.rows.flatMap((row) => row.cells).join('\n') ?? ''
    expect(cells).toContain('Mon 23 Nov 2026, 14:01 to 14:26')
    expect(cells).toContain('All times are in Europe/Berlin (UTC+2).')
    expect(statedPrinting({ file, madeAt: AT, paper: 'A4' })).toBeNull()
  })
})
