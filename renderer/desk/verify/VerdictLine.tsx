import { CircleHelp, FileX, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'

import type { VerifyReport } from '../../../shared/verify/report'
import { verdictWords } from './words'

const icons = {
  intact: ShieldCheck,
  changed: ShieldAlert,
  unsigned: ShieldQuestion,
  foreign: CircleHelp,
  unreadable: FileX,
} as const

/** The verdict, large: a shape, a colour and words; told at once to screen readers. */
export function VerdictLine({ report, name }: { readonly report: VerifyReport; readonly name: string }) {
  const { verdict } = report
  const { word, rest, advice, isDoubtful } = verdictWords(report)
  // Whoever signed in doubt is shown like whoever did not sign: never in green.
  const look = isDoubtful ? 'unsigned' : verdict
  const Icon = icons[look]
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an alert has no tag, a status should match it
    <div className="verdict" data-verdict={look} role={look === 'intact' ? 'status' : 'alert'}>
      <Icon size={40} aria-hidden />
      <div>
        <p className="verdict-title">{word}</p>
        <p>
          {rest} {advice}
        </p>
        <p className="verdict-file">{name}</p>
      </div>
    </div>
  )
}
