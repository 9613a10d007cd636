import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { renderInWorker } from '../../../electron/record/renderInWorker'
import { renderPdf } from '../../../electron/record/renderPdf'
import { MADE_AT, ordinary, RESOURCES, ROOT } from './meetings'
import { revisionOf, scribble } from './records'

const RENDER_ALONE = `
  const { Worker } = require('node:worker_threads')
  const { readFileSync, writeFileSync } = require('node:fs')
  const [worker, input, output] = process.argv.slice(1)
  const thread = new Worker(worker, { workerData: JSON.parse(readFileSync(input, 'utf8')) })
  thread.on('message', (message) => 'done' in message && writeFileSync(output, message.done.bytes))
`

describe('renderInWorker', () => {
  const file = revisionOf(ordinary(), {
    signers: [{ name: 'Priya Nair', role: '' }],
    marks: [['Ann', '', scribble()]],
  })
  const input = { file, madeAt: MADE_AT, paper: 'Letter', resources: RESOURCES } as const
  let folder = ''
  let worker = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(ROOT, 'node_modules/.lectern-worker-'))
    worker = join(folder, 'pdfWorker.cjs')
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true, external: ['pdfmake'] },
      build: {
        ssr: join(ROOT, 'electron/record/pdfWorker.ts'),
        outDir: folder,
        rollupOptions: { output: { format: 'cjs', entryFileNames: 'pdfWorker.cjs' } },
      },
    })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('renders the same bytes as in the same thread, and tells how far it is', async () => {
    const shares: number[] = []
    const there = await renderInWorker(input, worker, { onProgress: (share) => shares.push(share) })
    const here = await renderPdf(input)
    expect(Buffer.compare(there.bytes, here.bytes)).toBe(0)
    expect(shares.length).toBeGreaterThan(20)
    expect(shares.at(-1)).toBe(1)
  })

  it('renders the same bytes in a process of its own', async () => {
    const [wanted, made] = [join(folder, 'input.json'), join(folder, 'alone.pdf')]
    writeFileSync(wanted, JSON.stringify(input))
    execFileSync(process.execPath, ['-e', RENDER_ALONE, worker, wanted, made], {
      env: { ...process.env, TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8' },
    })
    expect(Buffer.compare(readFileSync(made), (await renderPdf(input)).bytes)).toBe(0)
  })

  it('throws what went wrong in the thread', async () => {
    await expect(renderInWorker({ ...input, resources: '/nowhere' }, worker)).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })

  it('stops when it is told to, in the middle of the work', async () => {
    const control = new AbortController()
    const told: number[] = []
    const rendering = renderInWorker(input, worker, {
      signal: control.signal,
      onProgress: (share) => {
        told.push(share)
        control.abort(new Error('enough'))
      },
    })
    await expect(rendering).rejects.toThrow('enough')
    expect(told).toHaveLength(1)
    await expect(renderInWorker(input, worker, { signal: control.signal })).rejects.toThrow('enough')
  })
})
