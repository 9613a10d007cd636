import type { RecordFile } from '../record/schema'
import { packed } from './packed'

/** What was captured or decides who agreed to what: every layout prints each of these texts in full. */
export function entriesOf({ record, signOffs, fingerprint }: RecordFile): readonly string[] {
  const { meeting, bottomLine, stakes, plan, followUp } = record
  const texts = [
    meeting.title,
    bottomLine,
    ...stakes.flatMap(({ title, text }) => [title, text]),
    plan.rollback,
    ...record.objections.flatMap(({ who, text, answer }) => [
      who,
      text,
      answer?.sayFirst ?? '',
      answer?.evidence ?? '',
    ]),
    ...record.decisions.map(({ text }) => text),
    ...record.actions.flatMap(({ text, owner }) => [text, owner]),
    ...record.parkingLot.flatMap(({ text, owner }) => [text, owner]),
    ...record.notes.map(({ text }) => text),
    ...(followUp === null ? [] : [followUp.where, followUp.agenda]),
    ...record.attendees.map(({ name }) => name),
    ...signOffs.flatMap(({ name, mark }) => [name, mark.kind === 'typed' ? mark.text : '']),
    fingerprint ?? '',
  ]
  return [...new Set(texts)].filter((text) => packed(text) !== '')
}
