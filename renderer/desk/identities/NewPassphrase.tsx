import { SHORTEST_PASSPHRASE } from '../../../shared/identity/schema'
import { PassphraseField } from './PassphraseField'

/** A passphrase that is being chosen: typed twice, since nobody can read it. */
export type Twice = { readonly once: string; readonly again: string }

export const NO_PASSPHRASE: Twice = { once: '', again: '' }

/** Why a new passphrase will not do, in a sentence, or null. */
export function passphraseRefusal({ once, again }: Twice): string | null {
  if (once.length < SHORTEST_PASSPHRASE)
    return `The passphrase needs ${SHORTEST_PASSPHRASE} characters or more. Four unrelated words are good.`
  return once === again ? null : 'The two passphrases differ. Type the same one twice.'
}

type NewPassphraseProps = {
  readonly label: string
  readonly value: Twice
  readonly onChange: (value: Twice) => void
}

/** Two fields for one new passphrase. */
export function NewPassphrase({ label, value, onChange }: NewPassphraseProps) {
  return (
    <div className="identity-pair">
      <PassphraseField
        label={label}
        value={value.once}
        hint={`${SHORTEST_PASSPHRASE} characters or more. Nobody can recover it.`}
        onChange={(once) => onChange({ ...value, once })}
      />
      <PassphraseField
        label={`${label} again`}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
      />
    </div>
  )
}
