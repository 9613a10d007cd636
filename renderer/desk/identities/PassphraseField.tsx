import { TextField } from '../../ui/Field'

type PassphraseFieldProps = {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly onChange: (value: string) => void
}

/** A passphrase: hidden as it is typed, and remembered nowhere. */
export function PassphraseField({ label, value, hint, onChange }: PassphraseFieldProps) {
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="new-password"
      spellCheck={false}
      maxLength={1_000}
      value={value}
      {...(hint === undefined ? {} : { hint })}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
