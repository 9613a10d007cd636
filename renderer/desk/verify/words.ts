import type { SignerReport, VerifyReport } from '../../../shared/verify/report'
import { otherCertificates, verdictSentence } from '../../../shared/verify/sentences'

/** What to do about a verdict, beside what it says; '' where there is nothing to be done. */
const advice: Readonly<Record<VerifyReport['verdict'], string>> = {
  intact: '',
  changed: 'Do not rely on what it says. Ask whoever sent it for the original.',
  unsigned: 'Anybody could have made or changed it.',
  foreign: 'Lectern can say nothing about what is in it.',
  unreadable: 'Ask whoever sent it to send it again.',
}

const COMPARE = 'Compare the certificate’s fingerprint with the signer before you rely on it.'

/** A verdict as its word, the rest of its sentence, and what to do about it. */
export function verdictWords(report: VerifyReport): {
  readonly word: string
  readonly rest: string
  readonly advice: string
  /** Whether it is in doubt who signed. */
  readonly isDoubtful: boolean
} {
  const [word = '', ...more] = verdictSentence(report).split(': ')
  const rest = more.join(': ')
  const isDoubtful = report.verdict === 'intact' && otherCertificates(report).length > 0
  const todo = isDoubtful ? COMPARE : advice[report.verdict]
  return { word, rest: rest.charAt(0).toUpperCase() + rest.slice(1), advice: todo, isDoubtful }
}

/** What became of one signature. */
export const signerWords: Readonly<Record<SignerReport['status'], string>> = {
  valid: 'Valid',
  changed: 'Changed after signing',
  invalid: 'Does not hold',
}
