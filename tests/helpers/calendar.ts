/** One line of an iCalendar: its name, its parameters, its value. */
export type CalendarLine = {
  readonly name: string
  readonly parameters: readonly string[]
  readonly value: string
}

/** A component of an iCalendar: what lies between `BEGIN` and `END`. */
export type CalendarPart = {
  readonly name: string
  readonly lines: readonly CalendarLine[]
  readonly parts: readonly CalendarPart[]
}

type Open = { name: string; lines: CalendarLine[]; parts: Open[] }

const LONGEST = 75

/** A line cut at the first colon outside of quotes; parameters at semicolons outside of quotes. */
function lineOf(text: string): CalendarLine {
  const [, head = '', value = ''] = /^((?:"[^"]*"|[^":])*):(.*)$/s.exec(text) ?? []
  const [name = '', ...parameters] = head.match(/(?:"[^"]*"|[^";])+/g) ?? []
  if (!/^[A-Z0-9-]+$/.test(name)) throw new Error(`Not a line of an iCalendar: ${text}`)
  return { name, parameters, value }
}

/** Reads an iCalendar as RFC 5545 has it; throws where it is unsound: line ends, folding, nesting. */
export function readCalendar(text: string): CalendarPart {
  if (!text.endsWith('END:VCALENDAR') && !text.endsWith('END:VCALENDAR\r\n')) throw new Error('No end')
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('A line does not end with CRLF')
  const folded = text.split('\r\n')
  const long = folded.find((line) => Buffer.byteLength(line, 'utf8') > LONGEST)
  if (long !== undefined) throw new Error(`Longer than ${LONGEST} octets: ${long}`)
  const whole = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const root: Open = { name: '', lines: [], parts: [] }
  const open: Open[] = [root]
  for (const line of whole.filter((each) => each !== '').map(lineOf)) {
    const inner = open.at(-1) ?? root
    if (line.name === 'BEGIN') {
      const part: Open = { name: line.value, lines: [], parts: [] }
      inner.parts.push(part)
      open.push(part)
    } else if (line.name === 'END') {
      if (inner.name !== line.value) throw new Error(`END:${line.value} inside ${inner.name}`)
      open.pop()
    } else {
      inner.lines.push(line)
    }
  }
  const [calendar, ...more] = root.parts
  if (calendar?.name !== 'VCALENDAR' || more.length > 0 || open.length > 1)
    throw new Error('Not one VCALENDAR')
  return calendar
}

/** The parts of that name directly inside. */
export function partsOf(part: CalendarPart, name: string): readonly CalendarPart[] {
  return part.parts.filter((each) => each.name === name)
}

/** The lines of that name. */
export function linesOf(part: CalendarPart | undefined, name: string): readonly CalendarLine[] {
  return part?.lines.filter((each) => each.name === name) ?? []
}
