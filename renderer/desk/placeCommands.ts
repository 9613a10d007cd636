import { deskKey } from '../../shared/keys/desk'
import { everywhereKeys } from '../../shared/keys/everywhere'
import { deskDialog } from '../state/deskDialog'
import { go, route } from '../state/route'
import { verifyRecord } from '../state/verified'
import type { PaletteCommand } from '../ui/palette/items'

/** Commands of the palette that need no meeting: the library, the sheet of keys, records and signers. */
export function placeCommands(onKeys: () => void): readonly PaletteCommand[] {
  const sheet = everywhereKeys.filter(({ id }) => id === 'keys').map((each) => ({ ...each, run: onKeys }))
  const home = { id: 'library', label: 'All meetings', keys: [], run: () => go({ page: 'library' }) }
  const signers = {
    id: 'identities',
    label: 'Identities and known signers',
    keys: [],
    run: () => deskDialog.set('identities'),
  }
  if (route.get().page !== 'library') return [signers, ...sheet, home]
  return [{ ...deskKey('verify'), run: () => void verifyRecord() }, signers, ...sheet]
}
