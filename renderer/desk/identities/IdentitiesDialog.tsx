import './identities.css'
import '../record/Masthead.css'

import { useEffect, useRef, useState } from 'react'

import type { IdentitySummary } from '../../../shared/identity/schema'
import { appInfo } from '../../state/author'
import { identities, knownSigners, loadIdentities } from '../../state/identities'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Refused } from '../../ui/Notice'
import { BackupIdentity } from './BackupIdentity'
import { IdentityRow } from './IdentityRow'
import { ImportIdentity } from './ImportIdentity'
import { KnownSigners } from './KnownSigners'
import { MakeIdentity } from './MakeIdentity'

type View = 'list' | 'make' | 'import' | { readonly backup: IdentitySummary }

export type SaidHere = { readonly kind: 'done' | 'refused'; readonly sentence: string } | null

/** Who can sign on this computer, and whose signatures are known here. */
export function IdentitiesDialog({ onClose }: { readonly onClose: () => void }) {
  const mine = useObservable(identities)
  const known = useObservable(knownSigners)
  const name = useObservable(appInfo)?.author.name ?? ''
  const [view, setView] = useState<View>('list')
  const [said, setSaid] = useState<SaidHere>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => void loadIdentities(), [])

  useEffect(() => {
    const begin = view === 'list' ? '[data-begin-list]' : 'input'
    body.current?.querySelector<HTMLElement>(begin)?.focus()
  }, [view])

  function show(next: View, sentence?: string) {
    setSaid(sentence === undefined ? null : { kind: 'done', sentence })
    setView(next)
  }

  return (
    <Dialog title="Identities" wide onClose={onClose}>
      <div className="identities" ref={body}>
        {said?.kind === 'refused' && <Refused>{said.sentence}</Refused>}
        {view === 'list' && mine !== null && (
          <>
            <p>
              An identity is a key of your own and a certificate with your name. You sign records with it.
            </p>
            {mine.identities.length === 0 ? (
              <p className="record-none">There is no identity on this computer yet.</p>
            ) : (
              <ul className="rows" aria-label="Identities">
                {mine.identities.map((identity) => (
                  <IdentityRow
                    key={identity.id}
                    identity={identity}
                    onBackup={() => show({ backup: identity })}
                    onSaid={setSaid}
                  />
                ))}
              </ul>
            )}
            <div className="section-tools">
              <Button data-begin-list="" onClick={() => show('make')}>
                Make identity…
              </Button>
              <Button onClick={() => show('import')}>Import…</Button>
            </div>
            <KnownSigners signers={known ?? []} onSaid={setSaid} />
            <div className="dialog-buttons">
              <output className="closing-sum">{said?.kind === 'done' && said.sentence}</output>
              <Button onClick={onClose} keys="Esc">
                Close
              </Button>
            </div>
          </>
        )}
        {view === 'make' && mine !== null && (
          <MakeIdentity
            suggested={{ name, email: '' }}
            systemStore={mine.systemStore}
            onMade={(made) => show('list', `The identity of ${made.name} is made. Back it up.`)}
            onCancel={() => show('list')}
          />
        )}
        {view === 'import' && mine !== null && (
          <ImportIdentity
            systemStore={mine.systemStore}
            onDone={(read) => show('list', `The identity of ${read.name} is here.`)}
            onCancel={() => show('list')}
          />
        )}
        {typeof view === 'object' && (
          <BackupIdentity
            identity={view.backup}
            onDone={(path) => show('list', `Saved to ${path}`)}
            onCancel={() => show('list')}
          />
        )}
      </div>
    </Dialog>
  )
}
