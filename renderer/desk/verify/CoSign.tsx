import { useState } from 'react'

import type { VerifiedFile } from '../../../shared/ipcRecord'
import { bridge } from '../../bridge'
import { appInfo } from '../../state/author'
import { useObservable } from '../../state/store'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { SigningForm, type Signing } from '../identities/SigningForm'

type CoSignProps = {
  readonly file: VerifiedFile
  /** With a sentence when it was signed, null when not. */
  readonly onDone: (sentence: string | null) => void
}

/** No field has this name: the one kept for whoever signs. */
const MINE = ''

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/** Puts a signature of this computer onto the PDF that was verified, and saves it as a new file. */
export function CoSign({ file, onDone }: CoSignProps) {
  const author = useObservable(appInfo)?.author.name ?? ''
  const { openFields, name, token } = file
  const kept = openFields.filter((each) => each.name !== '')
  const [chosen, setChosen] = useState(MINE)

  async function sign({ identity, passphrase }: Signing) {
    const mine = kept.find((each) => fold(each.name) === fold(identity.name))?.field ?? null
    const field = chosen === MINE ? mine : chosen
    const answer = await bridge.call('pdf:sign', { token, identity: identity.id, passphrase, field })
    if (!answer.ok) return answer.refusal.sentence
    if (answer.value.path !== null) onDone(`Signed by ${identity.name} and saved to ${answer.value.path}`)
    return null
  }

  return (
    <Dialog title="Co-sign this PDF" onClose={() => onDone(null)}>
      <p>
        Your signature is added to {name} and saved as a new file. Signatures that are in it stay as they are.
        Read the record first: you sign all of it.
      </p>
      <SigningForm
        label="Co-sign"
        suggested={{ name: author, email: '' }}
        onSign={sign}
        onCancel={() => onDone(null)}
      >
        <fieldset className="identity-choice">
          <legend className="field-label">Where</legend>
          <Choice
            name="field"
            label="In the field kept for me, or else in a free one"
            checked={chosen === MINE}
            onChoose={() => setChosen(MINE)}
          />
          {kept.map((each) => (
            <Choice
              key={each.field}
              name="field"
              label={`In the field kept for ${each.name}`}
              checked={chosen === each.field}
              onChoose={() => setChosen(each.field)}
            />
          ))}
        </fieldset>
      </SigningForm>
    </Dialog>
  )
}
