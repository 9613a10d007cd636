import { bridge } from '../../../bridge'
import { appInfo } from '../../../state/author'
import { newestRevision, paper } from '../../../state/recordView'
import { atWork, cancelWork } from '../../../state/recordWork'
import { useObservable } from '../../../state/store'
import { Dialog } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { SigningForm, type Signing } from '../../identities/SigningForm'
import { focusStage } from '../../meeting/focusStage'
import { listed } from '../../words'
import type { RecordDialogProps } from '../RecordDialogs'
import { WorkBar } from '../WorkBar'

/** Signs the PDF of the newest revision with an identity of this computer. */
export function SignDialog({ session, meeting, onClose }: RecordDialogProps) {
  const revision = newestRevision(meeting)
  const author = useObservable(appInfo)?.author.name ?? ''
  if (revision === null) return null
  const { number, signatures } = revision
  const email = meeting.attendees.find(({ name }) => name === author)?.email ?? ''
  const given = meeting.signOffs.filter((each) => each.revision === number).length

  function close() {
    cancelWork()
    onClose()
  }

  async function sign({ identity, passphrase }: Signing) {
    const answer = await atWork('Signing the record', () =>
      bridge.call('record:sign', {
        meeting: meeting.id,
        identity: identity.id,
        passphrase,
        paper: paper.get(),
      }),
    )
    if (!answer.ok) return answer.refusal.sentence
    onClose()
    focusStage('record')
    session.say({ kind: 'done', sentence: `${identity.name} has signed revision ${number}.` })
    return null
  }

  return (
    <Dialog title={`Sign revision ${number}`} onClose={close}>
      {signatures.length === 0 ? (
        <p>
          Your signature goes onto the PDF of revision {number}. From then on any change to it can be seen,
          and sign-offs are closed{given === 0 && ': none was given yet'}.
        </p>
      ) : (
        <p>
          Signed by {listed([...new Set(signatures.map(({ name }) => name))])}. Your signature comes after
          theirs and leaves theirs as they are.
        </p>
      )}
      {signatures.length === 0 && given === 0 && meeting.attendees.length > 1 && (
        <Notice small>
          Nobody has signed off yet. That is not needed, but no longer possible afterwards.
        </Notice>
      )}
      <WorkBar />
      <SigningForm label="Sign" suggested={{ name: author, email }} onSign={sign} onCancel={close} />
    </Dialog>
  )
}
