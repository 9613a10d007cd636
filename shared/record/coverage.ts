import type { ObjectionStatus } from '../meeting/schema'
import { timesWords } from '../meeting/topics'
import type { ChapterMaker } from './chapters'
import { ACCENT, ALARM, QUIET, type PdfNode, type Stroke, type TableCell } from './pdf'
import type { RecordData } from './schema'
import { cell, quiet, section, type Column } from './table'
import { count, listed, oneLine } from './words'

type Raised = RecordData['objections'][number]

/** What was raised once or more often, and its number; the last column holds all that found no room. */
export type RaisedTopic = { readonly title: string; readonly raised: readonly Raised[] }

/** Somebody who raised something, and what of each topic. */
export type RaisedRow = { readonly name: string; readonly cells: readonly (readonly Raised[])[] }

/** The record's coverage map: who raised what, and how it stands. */
export type RaisedMap = { readonly topics: readonly RaisedTopic[]; readonly rows: readonly RaisedRow[] }

/** So many columns leave room for the names. */
const MOST_TOPICS = 9
const LONGEST_TOPIC = 120
const LONGEST_NAME = 60
const UNNAMED = 'Not named'
const STATES: readonly ObjectionStatus[] = ['open', 'sustained', 'deferred', 'answered']

/**
 * Who raised what, of what was raised and nothing else: that something was expected of somebody who did not
 * raise it is private, and so is which of it was prepared.
 */
export function raisedMap({ objections }: Pick<RecordData, 'objections'>): RaisedMap {
  const byTopic = new Map<number, Raised[]>()
  for (const each of objections) byTopic.set(each.topic, [...(byTopic.get(each.topic) ?? []), each])
  const all = [...byTopic].toSorted(([a], [b]) => a - b).map(([, raised]) => raised)
  const alone = all.length <= MOST_TOPICS ? all : all.slice(0, MOST_TOPICS - 1)
  const rest = all.slice(alone.length).flat()
  const topics = [
    ...alone.map((raised, index) => ({ title: String(index + 1), raised })),
    ...(rest.length === 0 ? [] : [{ title: 'More', raised: rest }]),
  ]
  const names = [...new Set(objections.map(({ who }) => who))].toSorted(
    (a, b) => Number(a === '') - Number(b === ''),
  )
  const rows = names.map((name) => ({
    name: name === '' ? UNNAMED : name,
    cells: topics.map(({ raised }) => raised.filter(({ who }) => who === name)),
  }))
  return { topics, rows }
}

/** How objections stand, in words: `open`, `2 answered, 1 open`. */
export function standingWords(raised: readonly Raised[]): string {
  const numbers = STATES.flatMap((state) => {
    const number = raised.filter(({ status }) => status === state).length
    return number === 0 ? [] : [raised.length === 1 ? state : `${number} ${state}`]
  })
  return numbers.join(', ')
}

/** A topic in the words it was first raised in, and who raised it how often. */
export function topicWords({ title, raised }: RaisedTopic): string {
  const [first] = raised
  if (title === 'More' || first === undefined)
    return `${count(raised.length, 'more objection', 'more objections')}, in the table above`
  const often = timesWords(raised, (name) => name)
  return `“${oneLine(first.text, LONGEST_TOPIC)}”${often === '' ? '' : `, ${often}`}`
}

const SIZE = 9

/** Each state has a shape of its own, so that it is told apart without its colour. */
function shapeOf(state: ObjectionStatus): Stroke {
  const points = (...all: readonly (readonly [number, number])[]) => all.map(([x, y]) => ({ x, y }))
  switch (state) {
    case 'open':
      return { type: 'rect', x: 0, y: 2, w: SIZE, h: SIZE, color: ALARM }
    case 'sustained':
      return {
        type: 'polyline',
        closePath: true,
        points: points([SIZE / 2, 1.5], [SIZE, 2 + SIZE], [0, 2 + SIZE]),
        color: ALARM,
      }
    case 'deferred':
      return { type: 'rect', x: 0, y: 5, w: SIZE, h: 3, color: QUIET }
    case 'answered':
      return {
        type: 'polyline',
        closePath: true,
        points: points([0, 7], [1.4, 5.6], [3.6, 7.8], [7.8, 2.2], [SIZE, 3.4], [3.7, 10.6]),
        color: ACCENT,
      }
  }
}

function shape(state: ObjectionStatus): PdfNode {
  return { canvas: [shapeOf(state)], margin: [0, 1, 0, 0] }
}

/** What still needs somebody is what a cell shows. */
function drawn(raised: readonly Raised[]): TableCell {
  const state = STATES.find((each) => raised.some(({ status }) => status === each))
  return state === undefined ? quiet('') : shape(state)
}

function rowWords({ cells }: RaisedRow, topics: readonly RaisedTopic[]): string {
  return cells
    .flatMap((raised, index) =>
      raised.length === 0 ? [] : [`${topics[index]?.title ?? ''}: ${standingWords(raised)}`],
    )
    .join('; ')
}

function legend(): PdfNode {
  const entry = (state: ObjectionStatus) => [
    { width: SIZE, ...shape(state) },
    { width: 52, ...quiet(state) },
  ]
  return {
    columnGap: 5,
    margin: [0, 6, 0, 2],
    columns: [...STATES.flatMap(entry), { width: '*', ...quiet('') }],
  }
}

/** Who raised nothing, of those on the list. */
export function silentWords({ attendees, objections }: RecordData): string {
  const spoke = new Set(objections.map(({ who }) => who))
  const silent = attendees.map(({ name }) => name).filter((name) => !spoke.has(name))
  return silent.length === 0
    ? ''
    : `Raised nothing: ${listed(silent.map((name) => oneLine(name, LONGEST_NAME)))}.`
}

/** The coverage map: people down, what was raised across, a shape for how it stands; and the same in words. */
export const coverage: ChapterMaker = ({ data }) => {
  if (data.objections.length === 0) return []
  const map = raisedMap(data)
  const columns: readonly Column[] = [
    { title: 'Raised by', width: 'rest' },
    ...map.topics.map(({ title }) => ({ title, width: title === 'More' ? 24 : 12 })),
  ]
  const rows = map.rows.map((row): readonly TableCell[] => [
    { stack: [cell(row.name), quiet(rowWords(row, map.topics))] },
    ...row.cells.map(drawn),
  ])
  const silent = silentWords(data)
  return [
    section('coverage', columns, rows),
    legend(),
    ...map.topics.map((topic) => quiet(`${topic.title}  ${topicWords(topic)}`, { margin: [0, 2, 0, 0] })),
    ...(silent === '' ? [] : [quiet(silent, { margin: [0, 4, 0, 0] })]),
  ]
}
