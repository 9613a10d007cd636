import type { Meeting } from '../../../shared/meeting/schema'
import type { Response } from '../../../shared/playbook/schema'
import { responseParts } from '../../../shared/script/cues'
import { Spoken } from './Spoken'

const parts = [
  ['sayFirst', 'Say first'],
  ['evidence', 'Evidence'],
  ['questionBack', 'Question back'],
  ['doNotSay', 'Do not say'],
] as const

type ResponseTextProps = { readonly response: Response; readonly meeting: Meeting; readonly now: string }

/** A prepared response in its four parts, filled with the facts. */
export function ResponseText({ response, meeting, now }: ResponseTextProps) {
  const filled = responseParts(response, meeting, now)
  return (
    <dl className="response">
      {parts
        .filter(([part]) => filled[part].length > 0)
        .map(([part, name]) => (
          <div key={part} className={part === 'doNotSay' ? 'response-never' : undefined}>
            <dt>{name}</dt>
            <dd>
              <Spoken paragraphs={filled[part]} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
