import { everywhereKeys } from '../../shared/keys/everywhere'
import { go, route } from '../state/route'
import type { PaletteCommand } from '../ui/palette/items'

/** Commands of the palette that need no meeting: the library, and the sheet of keys. */
export function placeCommands(onKeys: () => void): readonly PaletteCommand[] {
  const sheet = everywhereKeys.filter(({ id }) => id === 'keys').map((each) => ({ ...each, run: onKeys }))
  const home = { id: 'library', label: 'All meetings', keys: [], run: () => go({ page: 'library' }) }
  return route.get().page === 'library' ? sheet : [...sheet, home]
}
