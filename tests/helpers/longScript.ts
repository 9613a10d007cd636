import { smallPlaybook } from '../fixtures/playbook-small'
import { newMeeting, Rehearsal } from './meetings'
import { writeRehearsed } from './pictured'

const SENTENCES = [
  'We found a fault that loses orders when two people change the same one.',
  'It is rare, and it is silent: nobody sees an error, the second change simply wins.',
  'Support has three tickets that we can now explain, and there may be more.',
  'The repair is known and small, but the test that proves it takes most of a day.',
  'I would rather tell you today than explain on Friday why we knew and said nothing.',
]

/** The words of one sentence after the other, and of all of them in turn. */
const wordsOf = (text: string) => text.split(' ').length

/** A paragraph of about sixty words. The number in it makes each one different, and can be looked for. */
function paragraph(number: number): string {
  const from = number % SENTENCES.length
  const turned = [...SENTENCES.slice(from), ...SENTENCES.slice(0, from)].slice(0, 2 + (number % 3))
  return [`Point ${number}.`, ...turned].join(' ')
}

/** Spoken cues of three paragraphs each, until they hold so many words. */
function cues(words: number) {
  const made = []
  let count = 0
  for (let cue = 0; count < words; cue += 1) {
    const paragraphs = [0, 1, 2].map((index) => paragraph(cue * 3 + index + 1))
    count += paragraphs.reduce((sum, text) => sum + wordsOf(text), 0)
    made.push({
      kind: 'spoken' as const,
      id: `part-${cue + 1}`,
      heading: `Part ${cue + 1}`,
      agenda: `Part ${cue + 1}`,
      text: paragraphs.join('\n\n'),
      mustSay: [],
      tips: [],
      timebox: 1,
    })
  }
  return made
}

export const LONG_TITLE = 'A long script'

/** Lays a meeting whose script has at least so many words into a data folder. Gives its id. */
export function writeLongMeeting(dataDir: string, words: number): string {
  const { playbook, ...rest } = newMeeting({ title: LONG_TITLE, playbook: smallPlaybook })
  return writeRehearsed(dataDir, new Rehearsal({ ...rest, playbook: { ...playbook, script: cues(words) } }))
}
