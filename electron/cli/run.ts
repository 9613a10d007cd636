import { parseArgs } from 'node:util'

import { check } from './check'
import { done, failed, oneLine, type Outcome } from './outcome'
import { schemas } from './schemas'

const HELP = `Lectern, on the command line

  record MEETING.json --pdf OUT.pdf   makes the record of a meeting (a draft until it is finalised)
  check FILE.json                     validates a meeting or a playbook
  schemas                             writes the JSON Schemas of the file formats
  --help                              shows this

Paths are relative to where you are. Exit codes: 0 done, 2 not done (the reason is on standard error).`

const OPTIONS = {
  pdf: { type: 'string' },
  sign: { type: 'string' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

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

async function recordCommand({ values, words }: Parsed, resources: string, now: string): Promise<Outcome> {
  const [meeting, extra] = words
  const { pdf, sign } = values
  if (meeting === undefined || extra !== undefined || typeof pdf !== 'string' || pdf === '') {
    return failed('Say which meeting and where to: record MEETING.json --pdf OUT.pdf')
  }
  const { record } = await import('./record')
  return record({ meeting, pdf, sign: sign !== undefined, madeAt: now, resources })
}

async function checkCommand({ words }: Parsed): Promise<Outcome> {
  const [file, extra] = words
  return file === undefined || extra !== undefined ? failed('Say which file: check FILE.json') : check(file)
}

/**
 * Runs one command. `args` are the words after the program's name, `resources` is the resources folder,
 * `now` a moment (ISO 8601). Whatever goes wrong is a sentence and the exit code 2, never a stack trace.
 */
export async function run(args: readonly string[], resources: string, now: string): Promise<Outcome> {
  try {
    const found = parsed(args)
    if (typeof found === 'string') return failed(oneLine(found))
    const [command, ...words] = found.words
    const rest = { ...found, words }
    if (found.values.help === true || command === 'help') return done(HELP)
    if (command === 'record') return await recordCommand(rest, resources, now)
    if (command === 'check') return await checkCommand(rest)
    if (command === 'schemas') return await schemas(resources)
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
