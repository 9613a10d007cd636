import { closeDeskDialog, deskDialog } from '../state/deskDialog'
import { useObservable } from '../state/store'
import { verified } from '../state/verified'
import { IdentitiesDialog } from './identities/IdentitiesDialog'
import { VerifyDialog } from './verify/VerifyDialog'

/** The dialogs that need no meeting: what a PDF proves, and who can sign on this computer. */
export function SignerDialogs() {
  const open = useObservable(deskDialog)
  const found = useObservable(verified)
  if (open === 'identities') return <IdentitiesDialog onClose={closeDeskDialog} />
  if (open === 'verify' && found !== null) return <VerifyDialog found={found} onClose={closeDeskDialog} />
  return null
}
