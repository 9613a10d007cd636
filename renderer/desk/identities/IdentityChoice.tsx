import type { IdentitySummary } from '../../../shared/identity/schema'
import { Choice } from '../../ui/Choice'
import { keepingOf, nameOf } from './words'

type IdentityChoiceProps = {
  readonly identities: readonly IdentitySummary[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** The identities of this computer to sign with; one whose key cannot be used says why. */
export function IdentityChoice({ identities, chosen, onChoose }: IdentityChoiceProps) {
  return (
    <fieldset className="identity-choice">
      <legend className="field-label">Sign as</legend>
      {identities.map((identity) => (
        <Choice
          key={identity.id}
          name="identity"
          label={nameOf(identity)}
          checked={identity.id === chosen}
          disabled={identity.trouble !== null}
          hint={identity.trouble ?? keepingOf(identity)}
          onChoose={() => onChoose(identity.id)}
        />
      ))}
    </fieldset>
  )
}
