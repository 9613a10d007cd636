import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { sentenceFor, sweepTemps, writeAll, writeDurably } from '../../../electron/store/durableFile'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-durable-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Whether a small disk can be mounted here, to be filled up. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return (
    spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', '/mnt']).status === 0
  )
}

/** Mounts a disk of 64 kB for as long as `work` runs. */
async function onSmallDisk(work: (disk: string) => Promise<void>): Promise<void> {
  const disk = join(folder, 'disk')
  await mkdir(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk])
  try {
    await work(disk)
  } finally {
    execFileSync('umount', [disk])
  }
}

describe('writeAll', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('goes on after short writes until every byte is out', () => {
    const taken: number[] = []
    vi.spyOn(fs, 'writeSync').mockImplementation(((_file: number, bytes: Uint8Array, offset: number) => {
      const some = bytes.subarray(offset, offset + 3)
      taken.push(...some)
      return some.length
    }) as typeof fs.writeSync)
    writeAll(0, new TextEncoder().encode('captured'))
    expect(new TextDecoder().decode(new Uint8Array(taken))).toBe('captured')
  })

  it('fails where the system takes nothing more, instead of running forever', () => {
    vi.spyOn(fs, 'writeSync').mockReturnValue(0)
    expect(() => writeAll(0, new Uint8Array(1))).toThrow(expect.objectContaining({ code: 'EIO' }))
  })
})

describe('writeDurably', () => {
  it('writes a new file and replaces it, and leaves nothing else', async () => {
    const path = join(folder, 'a.json')
    await writeDurably(path, 'one')
    await writeDurably(path, new TextEncoder().encode('zwölf'))
    expect(await readFile(path, 'utf8')).toBe('zwölf')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('keeps the mode', async () => {
    const path = join(folder, 'a.json')
    await writeFile(path, 'old')
    await chmod(path, 0o640)
    await writeDurably(path, 'new')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  it('refuses a read-only file, even for root, and does not touch it', async () => {
    const path = join(folder, 'a.json')
    await writeFile(path, 'old')
    await chmod(path, 0o444)
    await expect(writeDurably(path, 'new')).rejects.toMatchObject({ code: 'EACCES' })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect((await stat(path)).mode & 0o777).toBe(0o444)
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('writes through links, also one whose target is not there yet', async () => {
    const [real, link, far] = [join(folder, 'real.json'), join(folder, 'link.json'), join(folder, 'far.json')]
    await symlink('real.json', link)
    await symlink('link.json', far)
    await writeDurably(far, 'one')
    await writeDurably(link, 'two')
    expect(await readFile(real, 'utf8')).toBe('two')
    expect((await lstat(link)).isSymbolicLink()).toBe(true)
  })

  it('refuses a folder, a device, a missing folder and a link to itself', async () => {
    await mkdir(join(folder, 'sub'))
    await symlink('loop', join(folder, 'loop'))
    await expect(writeDurably(join(folder, 'sub'), '')).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(writeDurably('/dev/null', '')).rejects.toMatchObject({ code: 'ENOTFILE' })
    await expect(writeDurably(join(folder, 'none', 'a'), '')).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(writeDurably(join(folder, 'loop'), '')).rejects.toMatchObject({ code: 'ELOOP' })
  })

  it.skipIf(!canMount())(
    'keeps the old file and leaves no temp on a full disk (skipped: cannot mount one)',
    () =>
      onSmallDisk(async (disk) => {
        const path = join(disk, 'a.json')
        await writeDurably(path, 'old')
        await expect(writeDurably(path, 'x'.repeat(200_000))).rejects.toMatchObject({ code: 'ENOSPC' })
        expect(await readFile(path, 'utf8')).toBe('old')
        expect(await readdir(disk)).toEqual(['a.json'])
        await writeDurably(path, 'space again')
        expect(await readFile(path, 'utf8')).toBe('space again')
      }),
  )

  it('never lets two writers at once mix their bytes', async () => {
    const path = join(folder, 'a.json')
    const contents = Array.from({ length: 20 }, (_, index) => String(index % 10).repeat(50_000))
    await Promise.all(contents.map((content) => writeDurably(path, content)))
    expect(contents).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['a.json'])
  })
})

describe('sweepTemps', () => {
  it('removes what a killed writer left', async () => {
    await writeFile(join(folder, 'a.json'), 'old')
    await writeFile(join(folder, '.a.json.0123456789ab.tmp'), 'cut')
    expect(await sweepTemps(folder)).toEqual(['.a.json.0123456789ab.tmp'])
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('leaves files that are not ours', async () => {
    for (const name of ['.hidden', 'a.tmp', '.a.tmp', '.a.json.0123.tmp'])
      await writeFile(join(folder, name), '')
    expect(await sweepTemps(folder)).toEqual([])
  })
})

describe('sentenceFor', () => {
  it.each([
    ['ENOSPC', 'The disk is full: the entry was not saved.'],
    ['EROFS', 'The disk is read-only: the entry was not saved.'],
    ['EACCES', 'The file or its folder is read-only: the entry was not saved.'],
    ['ENOENT', 'The folder is not there: the entry was not saved.'],
    ['EIO', 'The disk reported an error: the entry was not saved.'],
    ['EFBIG', 'The file would be bigger than this system allows: the entry was not saved.'],
    ['EDQUOT', 'Your share of the disk is used up: the entry was not saved.'],
    ['EWEIRD', 'Something went wrong on the disk (EWEIRD): the entry was not saved.'],
  ])('says what %s means', (code, sentence) => {
    expect(sentenceFor(Object.assign(new Error(), { code }), 'the entry was not saved')).toBe(sentence)
  })
})
