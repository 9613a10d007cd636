import type { Fault } from '../meeting/file'
import { linksOf } from '../meeting/links'
import type { Link } from '../meeting/schema'
import { broughtAbout } from '../meeting/subjects'
import type { RecordData } from './schema'

const keyOf = ({ from, to }: Link) => `${from} ${to}`

/** The links that the readable entries of a record's log add up to. */
function standing(log: RecordData['log']): readonly Link[] {
  const links = new Map<string, Link>()
  for (const entry of log) {
    if (!('body' in entry && 'at' in entry)) continue
    const body = broughtAbout(entry.body)
    if (body.type === 'entries.linked') links.set(keyOf(body), { from: body.from, to: body.to })
    if (body.type === 'entries.unlinked') links.delete(keyOf(body))
  }
  return [...links.values()]
}

/**
 * Where the links of a record are not what the readable entries of its log add up to. `digested` holds the ids of
 * the entries told by their digests alone: what was linked with one of them cannot be read either.
 */
export function linkFaults(data: RecordData, digested: ReadonlySet<string>): readonly Fault[] {
  const told = linksOf({ ...data, links: standing(data.log) })
  const known = new Set(told.map(keyOf))
  const printed = new Set(data.links.map(keyOf))
  const other = data.links.flatMap((link, index) =>
    known.has(keyOf(link)) || digested.has(link.from) || digested.has(link.to)
      ? []
      : [{ path: `record.links[${index}]`, reason: 'it is not what the log says was linked' }],
  )
  const missing = told.filter((link) => !printed.has(keyOf(link)))
  return [
    ...other,
    ...missing.map(() => ({ path: 'record.links', reason: 'what the log says was linked is not there' })),
  ]
}
