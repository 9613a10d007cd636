import './identities.css'

import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'

import type { IdentitySummary } from '../../../shared/identity/schema'
import { identities, loadIdentities, type Identities } from '../../state/identities'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'
import { IdentityChoice } from './IdentityChoice'
import { MakeIdentity, type Suggested } from './MakeIdentity'
import { PassphraseField } from './PassphraseField'

/** Whose signature it is to be, and what opens the key. */
export type Signing = { readonly identity: IdentitySummary; readonly passphrase: string | null }

type SigningFormProps = {
  readonly label: string
  readonly suggested: Suggested
  /** Null when it was signed, else the reason why not. */
  readonly onSign: (signing: Signing) => Promise<string | null>
  readonly onCancel: () => void
  /** What else is to be chosen before signing. */
  readonly children?: ReactNode
}

function usable({ identities: all }: Identities): readonly IdentitySummary[] {
  return all.filter(({ trouble }) => trouble === null)
}

/** Chooses an identity of this computer, or makes one in place, and signs with it. */
export function SigningForm(props: SigningFormProps) {
  const { suggested, onCancel } = props
  const mine = useObservable(identities)
  const [making, setMaking] = useState<boolean | null>(null)
  const [made, setMade] = useState<{ readonly id: string; readonly passphrase: string } | null>(null)
  useEffect(() => void loadIdentities(), [])
  if (mine === null) return <output>Looking for identities…</output>
  if (making ?? mine.identities.length === 0)
    return (
      <MakeIdentity
        suggested={suggested}
        systemStore={mine.systemStore}
        onMade={({ id }, passphrase) => {
          setMade({ id, passphrase: passphrase ?? '' })
          setMaking(false)
        }}
        onCancel={() => (mine.identities.length === 0 ? onCancel() : setMaking(false))}
      />
    )
  return <Sign key={made?.id} {...props} mine={mine} made={made} onMake={() => setMaking(true)} />
}

type SignProps = SigningFormProps & {
  readonly mine: Identities
  readonly made: { readonly id: string; readonly passphrase: string } | null
  readonly onMake: () => void
}

function Sign({ label, mine, made, onSign, onMake, onCancel, children }: SignProps) {
  const [chosen, setChosen] = useState(made?.id ?? usable(mine)[0]?.id ?? null)
  const [passphrase, setPassphrase] = useState(made?.passphrase ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const identity = mine.identities.find(({ id }) => id === chosen) ?? null

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked, button')?.focus()
  }, [])

  async function sign(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (identity === null) {
      setRefusal('Choose the identity to sign with, or make one.')
      return
    }
    setBusy(true)
    setRefusal(null)
    const secret = identity.protection === 'passphrase' ? passphrase : null
    const reason = await onSign({ identity, passphrase: secret })
    setBusy(false)
    setRefusal(reason)
  }

  return (
    <form
      className="identity-form"
      aria-label={label}
      ref={form}
      noValidate
      onSubmit={(event) => void sign(event)}
    >
      <IdentityChoice
        identities={mine.identities}
        chosen={chosen}
        onChoose={(id) => {
          setChosen(id)
          setPassphrase('')
          setRefusal(null)
        }}
      />
      <Button small className="identity-new" onClick={onMake}>
        Make another identity…
      </Button>
      {identity?.protection === 'passphrase' && (
        <PassphraseField label="Passphrase" value={passphrase} onChange={setPassphrase} />
      )}
      {children}
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="dialog-buttons">
        <output className="closing-sum">{busy ? 'Signing…' : ''}</output>
        <Button onClick={onCancel} keys="Esc">
          Cancel
        </Button>
        <Button look="primary" type="submit" aria-busy={busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}
