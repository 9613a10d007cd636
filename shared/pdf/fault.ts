import { refuse, type Result } from '../result'

/**
 * Why a PDF cannot be read. Thrown inside shared/pdf only, out of the depths of the parser; whoever opens a
 * file or a stream gets it as a refusal.
 */
export class PdfFault extends Error {
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.name = 'PdfFault'
    this.code = code
  }
}

/** Gives up reading, with a sentence for people. */
export function unreadable(sentence: string, code = 'broken'): never {
  throw new PdfFault(code, sentence)
}

/** What `read` gives, or the refusal it gave up with. */
export function reading<T>(read: () => Result<T>): Result<T> {
  try {
    return read()
  } catch (error) {
    if (error instanceof PdfFault) return refuse(error.code, error.message)
    throw error
  }
}
