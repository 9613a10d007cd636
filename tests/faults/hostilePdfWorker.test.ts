import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ROOT } from '../unit/record/meetings'
import { HOSTILE } from './hostilePdfs'

/** Verifies one file in a worker and says the verdict and the most memory the process took, in megabytes. */
const VERIFY = `
  const { readFileSync } = require('node:fs')
  const { verifyInWorker } = require(process.argv[1] + '/verifyPdf.cjs')
  const input = { bytes: new Uint8Array(readFileSync(process.argv[2])), known: { fingerprints: [], names: [] }, resources: '' }
  verifyInWorker(input, process.argv[1] + '/verifyWorker.cjs').then(({ report }) => {
    const { maxRSS } = process.resourceUsage()
    process.stdout.write(JSON.stringify({ findings: report.findings, megabytes: maxRSS / 1024 }))
  })
`

const HEAVY = HOSTILE.filter(([what]) => /MB|bomb|million|stream of/.test(what))

describe('a PDF made to take all memory', { timeout: 120_000 }, () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(ROOT, 'node_modules/.lectern-verify-'))
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true, external: ['pdfmake', 'fontkit'] },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: false,
        rollupOptions: {
          input: {
            verifyPdf: join(ROOT, 'electron/record/verifyPdf.ts'),
            verifyWorker: join(ROOT, 'electron/record/verifyWorker.ts'),
          },
          output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
        },
      },
    })
  }, 120_000)

  afterAll(async () => rm(folder, { recursive: true, force: true }))

  it.each(HEAVY)('takes less than 512 MB in its worker: %s', async (_what, make) => {
    const file = join(folder, 'hostile.pdf')
    await writeFile(file, make())
    const said = execFileSync(process.execPath, ['-e', VERIFY, folder, file], { encoding: 'utf8' })
    const { findings, megabytes } = JSON.parse(said) as { findings: string[]; megabytes: number }
    expect(findings).not.toEqual([])
    expect(megabytes).toBeLessThan(512)
  })
})
