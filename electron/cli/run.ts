import { parseArgs } from 'node:util'

import { paperSchema } from '../../shared/ipcRecord'
import { check } from './check'
import { done, failed, oneLine, type Outcome } from './outcome'
import { schemas } from './schemas'

const HELP = `Lectern, on the command line

  record MEETING.json --pdf OUT.pdf   makes the record of a meeting (a draft until it is finalised)
    --sign IDENTITY.p12               signs it; --passphrase-file F: its passphrase is the first line of F
    --paper A4 or Letter              A4 unless said otherwise
  verify RECORD.pdf                   says whether a record is intact, who signed it, and what that proves
    --json                            says it as JSON
    --data-dir DIR                    whose known signers count (else LECTERN_DATA_DIR)
  merge A.json B.json --out C.json    joins two copies of one meeting; nothing is lost or there twice
  check FILE.json                     validates a meeting, a playbook, a record or rehearsals
  schemas                             writes the JSON Schemas of the file formats
  --help                              shows this

Paths are relative to where you are. Exit codes: 0 done, 2 not done (the reason is on standard error);
verify: 0 intact, 1 changed or unsigned, 2 not readable, 3 not a record of Lectern’s.`

const OPTIONS = {
  pdf: { type: 'string' },
  out: { type: 'string' },
  paper: { type: 'string' },
  sign: { type: 'string' },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * What a command needs beside its words: the resources folder, now (ISO 8601), the data folder whose known
 * signers count (null for none), and the built worker that verifies (without one it is done right here).
 */
export type Surroundings = {
  readonly resources: string
  readonly now: string
  readonly dataDir: string | null
  readonly verifyWorker?: string
}

type Parsed = {
  readonly values: Readonly<Partial<Record<keyof typeof OPTIONS, string | boolean>>>
  readonly words: readonly string[]
}

function parsed(args: readonly string[]): Parsed | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    })
    return { values, words: positionals }
  } catch (error) {
    if (error instanceof TypeError)
      return `${error.message.split('. ')[0] ?? ''}; --help lists what there is.`
    throw error
  }
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

async function recordCommand({ values, words }: Parsed, { resources, now }: Surroundings): Promise<Outcome> {
  const [meeting, extra] = words
  const pdf = textOf(values.pdf)
  if (meeting === undefined || extra !== undefined || pdf === null)
    return failed('Say which meeting and where to: record MEETING.json --pdf OUT.pdf')
  const paper = paperSchema.safeParse(values.paper ?? 'A4')
  if (!paper.success) return failed('The paper is A4 or Letter: --paper Letter')
  const identity = textOf(values.sign)
  const passphraseFile = textOf(values['passphrase-file'])
  const signing = values.sign !== undefined || values['passphrase-file'] !== undefined
  if (signing && (identity === null || passphraseFile === null))
    return failed('To sign, say both: --sign IDENTITY.p12 --passphrase-file FILE')
  const sign = identity === null || passphraseFile === null ? null : { identity, passphraseFile }
  const { record } = await import('./record')
  return record({ meeting, pdf, sign, paper: paper.data, madeAt: now, resources })
}

async function verifyCommand({ values, words }: Parsed, surroundings: Surroundings): Promise<Outcome> {
  const [file, extra] = words
  if (file === undefined || extra !== undefined) return failed('Say which PDF: verify RECORD.pdf')
  const { dataDir, resources, verifyWorker } = surroundings
  const { verify } = await import('./verify')
  return verify(file, {
    json: values.json === true,
    dataDir: textOf(values['data-dir']) ?? dataDir,
    resources,
    ...(verifyWorker === undefined ? {} : { worker: verifyWorker }),
  })
}

async function checkCommand({ words }: Parsed): Promise<Outcome> {
  const [file, extra] = words
  return file === undefined || extra !== undefined ? failed('Say which file: check FILE.json') : check(file)
}

async function mergeCommand({ values, words }: Parsed): Promise<Outcome> {
  const [first, second, extra] = words
  const out = textOf(values.out)
  if (first === undefined || second === undefined || extra !== undefined || out === null)
    return failed('Say which two copies and where to: merge A.json B.json --out C.json')
  const { merge } = await import('./merge')
  return merge(first, second, out)
}

/**
 * Runs one command; `args` are the words after the program's name. Whatever goes wrong is a sentence and an
 * exit code, never a stack trace.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  try {
    const found = parsed(args)
    if (typeof found === 'string') return failed(oneLine(found))
    const [command, ...words] = found.words
    const rest = { ...found, words }
    if (found.values.help === true || command === 'help') return done(HELP)
    if (command === 'record') return await recordCommand(rest, surroundings)
    if (command === 'verify') return await verifyCommand(rest, surroundings)
    if (command === 'merge') return await mergeCommand(rest)
    if (command === 'check') return await checkCommand(rest)
    if (command === 'schemas') return await schemas(surroundings.resources)
    return failed(
      command === undefined
        ? 'Say what to do; --help lists the commands.'
        : `There is no command “${command}”; --help lists them.`,
    )
  } catch (error) {
    return failed(
      `Something went wrong that should not have: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
