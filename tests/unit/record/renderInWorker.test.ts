import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { renderInWorker } from '../../../electron/record/renderInWorker'
import { renderPdf } from '../../../electron/record/renderPdf'
import { MADE_AT, ordinary, RESOURCES, ROOT } from './meetings'

describe('renderInWorker', () => {
  const input = { ...ordinary(), draft: true, madeAt: MADE_AT, resources: RESOURCES }
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

  it('renders the same bytes as in the same thread', async () => {
    const [there, here] = [await renderInWorker(input, worker), await renderPdf(input)]
    expect(Buffer.compare(there.bytes, here.bytes)).toBe(0)
  })

  it('throws what went wrong in the thread', async () => {
    await expect(renderInWorker({ ...input, resources: '/nowhere' }, worker)).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })

  it('stops when it is told to', async () => {
    const control = new AbortController()
    const rendering = renderInWorker(input, worker, control.signal)
    control.abort(new Error('enough'))
    await expect(rendering).rejects.toThrow('enough')
    await expect(renderInWorker(input, worker, control.signal)).rejects.toThrow('enough')
  })
})
