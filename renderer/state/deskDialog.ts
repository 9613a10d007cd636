import { observable } from './store'

/** The dialogs about records and signers: the first five need a meeting, the others do not. */
export type DeskDialog = 'finalise' | 'correct' | 'signOff' | 'sign' | 'export' | 'verify' | 'identities'

/** The dialog that lies over the Desk, or null. Buttons, keys and the palette all set it. */
export const deskDialog = observable<DeskDialog | null>(null)

/** Closes whichever dialog is open. */
export function closeDeskDialog(): void {
  deskDialog.set(null)
}
