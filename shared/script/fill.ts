import { DateTime } from 'luxon'

import { ageWords, isStale } from '../meeting/factAge'
import type { Fact, Meeting } from '../meeting/schema'
import { blanks as blanksOf, replaceBlanks, spokenBlanks, tokenise, type Token } from './tokens'

/**
 * A run of a paragraph on the prompter. `text`: words as written; `filled`: the value of a blank; `missing`:
 * an unfilled blank, its text the fact's label; `direction`: a stage direction, without its brackets, never
 * spoken. `key` names the blank. `stale` is there where a value is older than its fact may be: how old, and where
 * it is from. `mustSay` is there, and true, within a must-say phrase, and `phrase` says
 * which one, as the playbook writes it.
 */
export type Span = {
  readonly kind: 'text' | 'filled' | 'missing' | 'direction'
  readonly text: string
  readonly key?: string
  readonly stale?: string
  readonly mustSay?: boolean
  readonly phrase?: string
}

const PUBLIC_GREETING = 'Hello'
const TO_BE_CONFIRMED = 'to be confirmed'

/** The keys of the blanks `{{key}}` in a text, each once, in order. */
export function blanks(text: string): string[] {
  return blanksOf(text)
}

function spokenDate(value: string, meeting: Meeting): string {
  const options = { zone: meeting.timeZone, locale: 'en-US' }
  const date = DateTime.fromISO(value, options)
  if (!date.isValid) return value
  const run = meeting.startedAt ?? meeting.plannedStart
  const sameYear = run === null || DateTime.fromISO(run, options).year === date.year
  const day = date.toFormat(sameYear ? 'cccc d LLLL' : 'cccc d LLLL yyyy')
  return value.includes('T') ? `${day} at ${date.toFormat('HH:mm')}` : day
}

/**
 * A fact as it is read aloud: a date as `Wednesday 25 November at 14:00` on the clocks of the meeting's zone
 * (with its year where that is not the meeting's), anything else as typed; empty while it is unfilled.
 */
export function factText(fact: Fact, meeting: Meeting): string {
  const value = fact.value.trim()
  return fact.kind === 'date' ? spokenDate(value, meeting) : value
}

function greeting(now: string, timeZone: string): string {
  const date = DateTime.fromISO(now, { zone: timeZone })
  if (!date.isValid) return PUBLIC_GREETING
  return date.hour < 12 ? 'Good morning' : date.hour < 18 ? 'Good afternoon' : 'Good evening'
}

/** How old a value is that is older than it may be, and its source, e.g. `5 h ago, load test`. */
function staleness(fact: Fact, now: string): string | null {
  if (fact.at === null || !isStale(fact, now)) return null
  return [ageWords(fact.at, now), fact.source.trim()].filter((part) => part !== '').join(', ')
}

/** The value of a blank, or what is missing. A fact of the same key comes before a built-in blank. */
function valueOf(key: string, meeting: Meeting, now: string | null): Span {
  const fact = meeting.facts.find((each) => each.key === key)
  if (fact !== undefined) {
    const text = factText(fact, meeting)
    if (text === '') return { kind: 'missing', text: fact.label, key }
    const stale = now === null ? null : staleness(fact, now)
    return stale === null ? { kind: 'filled', text, key } : { kind: 'filled', text, key, stale }
  }
  switch (key) {
    case 'title':
      return { kind: 'filled', text: meeting.title, key }
    case 'greeting':
      return { kind: 'filled', text: now === null ? PUBLIC_GREETING : greeting(now, meeting.timeZone), key }
    default:
      return { kind: 'missing', text: key, key }
  }
}

function spanOf(token: Token, meeting: Meeting, now: string | null): Span {
  switch (token.kind) {
    case 'text':
      return { kind: 'text', text: token.text }
    case 'blank':
      return valueOf(token.text, meeting, now)
    case 'direction':
      return { kind: 'direction', text: replaceBlanks(token.text, (key) => valueOf(key, meeting, now).text) }
  }
}

/** A value that ends its own sentence, right before a full stop of the text, gives up its own. */
function withoutDoubledStop(span: Span, next: Token | undefined): Span {
  const doubled = span.kind === 'filled' && next?.kind === 'text' && next.text.startsWith('.')
  return doubled ? { ...span, text: span.text.replace(/(?<!\.)\.$/, '') } : span
}

type Range = { readonly phrase: string; readonly start: number; readonly end: number }

/** Parts words where a phrase begins or ends inside them. */
function cutAt(token: Token, phrases: readonly Range[]): readonly Token[] {
  if (token.kind !== 'text') return [token]
  const piece = (start: number, end: number): Token => {
    return { kind: 'text', text: token.text.slice(start - token.start, end - token.start), start, end }
  }
  return phrases
    .flatMap(({ start, end }) => [start, end])
    .reduce<readonly Token[]>(
      (parts, at) =>
        parts.flatMap((part) =>
          part.start < at && at < part.end ? [piece(part.start, at), piece(at, part.end)] : [part],
        ),
      [token],
    )
}

/**
 * Fills a text for the prompter: its paragraphs (parted by empty lines) as spans. `now` is the moment that
 * the greeting goes by; `mustSay` are phrases as they stand in the text, blanks and all, each marked where it
 * first occurs. Values are inert: braces and brackets in them stay what they are.
 */
export function fillSpans(
  text: string,
  meeting: Meeting,
  now: string,
  mustSay: readonly string[] = [],
): readonly Span[][] {
  const phrases = mustSay.flatMap((phrase) => {
    const start = phrase === '' ? -1 : text.indexOf(phrase)
    return start < 0 ? [] : [{ phrase, start, end: start + phrase.length }]
  })
  return tokenise(text).map((paragraph) => {
    const tokens = paragraph.flatMap((token) => cutAt(token, phrases))
    return tokens.map((token, index) => {
      const span = withoutDoubledStop(spanOf(token, meeting, now), tokens[index + 1])
      const within = phrases.find(({ start, end }) => start <= token.start && token.end <= end)
      if (within === undefined || span.kind === 'direction') return span
      return { ...span, mustSay: true, phrase: within.phrase }
    })
  })
}

/**
 * Fills a text for the Board and the record: plain text, paragraphs parted by an empty line, an unfilled
 * blank as "to be confirmed", stage directions left out.
 */
export function fillPublic(text: string, meeting: Meeting): string {
  const paragraphs = tokenise(text).map((tokens) =>
    tokens.reduce((said, token, index) => {
      const after = tokens[index - 1]?.kind === 'direction'
      const span = withoutDoubledStop(spanOf(token, meeting, null), tokens[index + 1])
      if (span.kind === 'direction') return said
      const words = span.kind === 'missing' ? TO_BE_CONFIRMED : span.text
      return after && (said === '' || /\s$/.test(said)) ? said + words.trimStart() : said + words
    }, ''),
  )
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/**
 * The unfilled facts that would be read aloud or shown to the room: named by the script, the bottom line,
 * a stake, or what a prepared response says; not those only in stage directions or in what not to say.
 */
export function missingFacts(meeting: Meeting): Fact[] {
  const texts = [
    meeting.playbook.bottomLine,
    ...meeting.playbook.stakes.map((stake) => stake.text),
    ...meeting.script.flatMap((cue) => (cue.kind === 'spoken' ? [cue.text] : [])),
    ...meeting.objections.flatMap(({ response }) =>
      response === null ? [] : [response.sayFirst, response.evidence, response.questionBack],
    ),
  ]
  const read = new Set(texts.flatMap(spokenBlanks))
  return meeting.facts.filter((fact) => read.has(fact.key) && factText(fact, meeting) === '')
}
