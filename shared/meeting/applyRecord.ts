import type { Body, MergeEntry, SaidEntry } from './entries'
import type { Meeting, Signature } from './schema'

/** What `apply` reads of an entry. */
export type Applied = Pick<SaidEntry, 'id' | 'at' | 'by' | 'body'>

/** The bodies that speak of the record: its revisions, sign-offs and signatures. */
export type RecordBody = Extract<Body, { type: `record.${string}` | `signOff.${string}` }>

function withSignature(meeting: Meeting, number: number, signature: Signature): Meeting {
  const revisions = meeting.revisions.map((revision) =>
    revision.number === number ? { ...revision, signatures: [...revision.signatures, signature] } : revision,
  )
  return { ...meeting, revisions }
}

/** The meeting after its record was finalised, reopened, approved or signed. Pure and total. */
export function changeRecord(
  meeting: Meeting,
  body: RecordBody,
  { id, at, by }: Pick<Applied, 'id' | 'at' | 'by'>,
): Meeting {
  switch (body.type) {
    case 'record.finalised': {
      const { number, head, fingerprint, supersedes, leftOut, signers } = body.revision
      const revision = { number, at, by, head, fingerprint, supersedes, leftOut, signers, signatures: [] }
      return { ...meeting, status: 'finalised', revisions: [...meeting.revisions, revision] }
    }
    case 'record.reopened':
      return meeting.status === 'finalised' ? { ...meeting, status: 'ended' } : meeting
    case 'signOff.given': {
      const { revision, fingerprint, attendee, name, role, mark } = body.signOff
      const signOff = { id, at, revision, fingerprint, attendee, name, role, mark }
      return { ...meeting, signOffs: [...meeting.signOffs, signOff] }
    }
    case 'signOff.withdrawn':
      return { ...meeting, signOffs: meeting.signOffs.filter((each) => each.id !== body.signOff.id) }
    case 'record.signed': {
      const { name, certificate } = body.signature
      return withSignature(meeting, body.revision, { at, name, certificate })
    }
  }
}

/** The meeting after copies were joined: a finalised record that lacks something of a copy is open for corrections. */
export function mergedRecord(meeting: Meeting, { reopens }: MergeEntry['body']): Meeting {
  return reopens && meeting.status === 'finalised' ? { ...meeting, status: 'ended' } : meeting
}
