import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'

export type Built = { readonly folder: string; readonly capturer: string; readonly worker: string }

/** Builds what the children run: the capturing process and the snapshot worker, with all they import. */
export async function buildChildren(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-children-'))
  const entry = (path: string) => join(import.meta.dirname, path)
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rollupOptions: {
        input: {
          capturer: entry('capturer.ts'),
          snapshotWorker: entry('../../electron/store/snapshotWorker.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
  return { folder, capturer: join(folder, 'capturer.mjs'), worker: join(folder, 'snapshotWorker.mjs') }
}

/** A capturing process and what it has said so far. */
export class Capturer {
  readonly process: ChildProcess
  readonly #ended: Promise<void>
  #said = ''
  #errors = ''
  #heard: () => void = () => undefined

  constructor(command: string, args: readonly string[]) {
    this.process = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.process.stdout?.on('data', (bytes: Buffer) => {
      this.#said += bytes.toString('utf8')
      this.#heard()
    })
    this.process.stderr?.on('data', (bytes: Buffer) => {
      this.#errors += bytes.toString('utf8')
    })
    this.#ended = new Promise((resolve) => {
      this.process.on('close', () => {
        this.#heard()
        resolve()
      })
    })
  }

  /** What went wrong in it, if anything. */
  get errors(): string {
    return this.#errors
  }

  /** The whole lines it has printed. */
  lines(): readonly string[] {
    return this.#said.split('\n').slice(0, -1)
  }

  /** The ids it was given an entry for. */
  acknowledged(): readonly string[] {
    return this.lines().flatMap((line) => (line.startsWith('+') ? [line.slice(1)] : []))
  }

  /** Waits until it has had this many entries acknowledged, or has ended. */
  async until(count: number): Promise<void> {
    while (
      this.acknowledged().length < count &&
      this.process.exitCode === null &&
      this.process.signalCode === null
    ) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve
      })
    }
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.#ended
  }

  async ended(): Promise<void> {
    await this.#ended
  }
}
