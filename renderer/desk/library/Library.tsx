import './Library.css'

import { FileInput, KeyRound, Plus, Search, ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'

import type { MeetingSummary } from '../../../shared/ipc'
import type { Result } from '../../../shared/result'
import { deskKey } from '../../../shared/keys/desk'
import { importCopy } from '../../state/copies'
import { deskDialog } from '../../state/deskDialog'
import { followLibrary, library } from '../../state/library'
import { useObservable } from '../../state/store'
import { verifying, verifyRecord } from '../../state/verified'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { Refused } from '../../ui/Notice'
import { useWindowTitle } from '../../ui/windowTitle'
import { FirstRun } from './FirstRun'
import { MeetingRow } from './MeetingRow'
import { NewMeeting } from './NewMeeting'
import { Unreadable } from './Unreadable'

const rank = { live: 0, paused: 0, draft: 1, ended: 2, finalised: 2 } as const

function startOf(meeting: MeetingSummary): number {
  return Date.parse(meeting.startedAt ?? meeting.plannedStart ?? '9999-12-31T00:00:00Z')
}

/** What is going on comes first, then what is coming, soonest first, then what is over, latest first. */
function inOrder(meetings: readonly MeetingSummary[]): MeetingSummary[] {
  return meetings.toSorted((a, b) => {
    const apart = rank[a.status] - rank[b.status]
    if (apart !== 0) return apart
    return rank[a.status] === 2 ? startOf(b) - startOf(a) : startOf(a) - startOf(b)
  })
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Every meeting in the data folder, and the way to a new one. */
export function Library() {
  const found = useObservable(library)
  const [asking, setAsking] = useState(false)
  const [wanted, setWanted] = useState('')
  const [imported, setImported] = useState<Result<string | null> | null>(null)
  const reading = useObservable(verifying)
  useEffect(followLibrary, [])
  useWindowTitle('Lectern')

  const meetings = found === null ? [] : inOrder(found.meetings)
  const words = fold(wanted).split(/\s+/)
  const shown = meetings.filter(({ title }) => words.every((word) => fold(title).includes(word)))

  return (
    <main className="library">
      <div className="library-page">
        <header className="library-head">
          <h1 className="library-title">Meetings</h1>
          <div className="library-search">
            <Search size={16} aria-hidden />
            <input
              type="search"
              className="input"
              aria-label="Search"
              placeholder="Search titles"
              value={wanted}
              disabled={meetings.length === 0}
              onChange={(event) => setWanted(event.target.value)}
            />
          </div>
          <Button
            look="quiet"
            icon={<ShieldCheck size={16} aria-hidden />}
            aria-busy={reading}
            aria-keyshortcuts={ariaShortcut(deskKey('verify').keys)}
            title="Any record as a PDF, whoever sent it"
            onClick={() => void verifyRecord()}
          >
            Verify a record
          </Button>
          <Button
            look="quiet"
            icon={<FileInput size={16} aria-hidden />}
            title="A meeting’s file; a copy of a meeting that is here is merged with it"
            onClick={() => void importCopy().then(setImported)}
          >
            Import
          </Button>
          <Button
            look="quiet"
            icon={<KeyRound size={16} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => deskDialog.set('identities')}
          >
            Identities
          </Button>
          <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setAsking(true)}>
            New meeting
          </Button>
        </header>
        {imported?.ok === false && <Refused>{imported.refusal.sentence}</Refused>}
        <output>{imported?.ok === true ? imported.value : null}</output>
        {found !== null && found.unreadable.length > 0 && <Unreadable files={found.unreadable} />}
        {shown.length > 0 && (
          <ul className="library-list" aria-label="All meetings">
            {shown.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        )}
        {found !== null && meetings.length === 0 && <FirstRun />}
        {meetings.length > 0 && shown.length === 0 && (
          <output className="library-empty">
            <strong>No title has “{wanted.trim()}” in it</strong>
            Try fewer or other words.
          </output>
        )}
      </div>
      {asking && <NewMeeting onClose={() => setAsking(false)} />}
    </main>
  )
}
