import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { expect, test as base } from '../helpers/app'
import { capture, captureLine, entries, liveMeeting } from '../helpers/desk'
import { cli, meetingPath, readMeetingFile } from '../helpers/files'
import { Lectern } from '../helpers/lectern'

/** Room for Chromium's own files and a small meeting. */
const SMALL_DISK = '48m'

function mountSmallDisk(folder: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', folder], { stdio: 'pipe' })
    return null
  } catch (error) {
    return `a small disk cannot be mounted here: ${error instanceof Error ? error.message.split('\n')[0] : ''}`
  }
}

/** Writes until not one byte more fits. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (let size = 1 << 20; size >= 1;) {
      try {
        if (writeSync(file, Buffer.alloc(size)) < size) size = Math.floor(size / 2)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        size = Math.floor(size / 2)
      }
    }
  } finally {
    closeSync(file)
  }
}

/** The app with its whole data folder on a small disk of its own. */
const test = base.extend<{ readonly smallDisk: string }>({
  smallDisk: async ({ provoked: _provoked }, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-disk-'))
    const reason = mountSmallDisk(folder)
    info.skip(reason !== null, reason ?? '')
    try {
      await use(folder)
    } finally {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    }
  },
  lectern: async ({ smallDisk }, use) => {
    const lectern = new Lectern(join(smallDisk, 'data'))
    try {
      await lectern.start()
      await use(lectern)
      await lectern.close()
      base.expect(lectern.faults).toEqual([])
    } finally {
      await lectern.dispose()
    }
  },
})

/** Longer than the room left at the end of a file's last block. */
const LONG = `while the disk was full ${'we keep talking '.repeat(400)}and on`

const noRoom = (page: Page) => page.getByRole('alert').filter({ hasText: /disk|space|full/i })

test('on a full disk the text stays, the reason shows, and the entry is made once', async ({
  lectern,
  smallDisk,
}) => {
  const { desk } = lectern
  const ballast = join(smallDisk, 'ballast')
  await liveMeeting(desk, 'Full disk')
  await capture(desk, 'd before the disk was full')

  fill(ballast)
  await desk.keyboard.type('d ')
  await desk.keyboard.insertText(LONG)
  await desk.keyboard.press('Enter')

  await expect(noRoom(desk)).toBeVisible()
  await expect(captureLine(desk)).toHaveValue(`d ${LONG}`)
  await expect(entries(desk, 'Decisions')).toHaveCount(1)
  expect(() => void JSON.parse(readFileSync(meetingPath(lectern.dataDir), 'utf8'))).not.toThrow()
  await desk.keyboard.press('Enter')
  await expect(captureLine(desk)).toHaveValue(`d ${LONG}`)
  await expect(noRoom(desk)).toBeVisible()

  rmSync(ballast)
  await desk.keyboard.press('Enter')
  await expect(captureLine(desk)).toHaveValue('')
  await expect(noRoom(desk)).toBeHidden()
  await capture(desk, 'd after there was room again')
  await expect(entries(desk, 'Decisions')).toHaveCount(3)
  await lectern.close()

  expect(readMeetingFile(meetingPath(lectern.dataDir)).decisions.map(({ text }) => text)).toEqual([
    'before the disk was full',
    LONG,
    'after there was room again',
  ])
  expect(await cli('check', meetingPath(lectern.dataDir))).toMatchObject({ code: 0 })
})
