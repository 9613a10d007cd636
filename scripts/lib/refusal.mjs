/** How a script ends when it cannot go on: one sentence on stderr and exit 1, never a stack. */
import { explain } from './sentences.mjs'

/** A reason to stop that the user can act on. Its message is the whole sentence. */
export class Refusal extends Error {
  constructor(sentence) {
    super(sentence)
    this.name = 'Refusal'
  }
}

/** The sentence for whatever was thrown. */
export function sentenceOf(error) {
  if (error instanceof Refusal) return error.message
  const text = `${error?.code ?? ''} ${error?.message ?? error}`.trim()
  return explain(text) ?? `This did not work: ${text.split('\n')[0]}`
}

/**
 * Runs a script's main function. Its result is the exit code (nothing means 0).
 * With LECTERN_DEBUG set the stack of an unexpected error is shown as well.
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    if (process.env.LECTERN_DEBUG && !(error instanceof Refusal)) console.error(error)
    process.exitCode = 1
  }
}
