/**
 * A command that has a key. `keys` are alternatives, e.g. `Mod+Z`, `Shift+Escape`, `PageDown`, `F`, `1`;
 * `Mod` is Ctrl or, on a Mac, the command key. `typing` says that it also runs while a text field has the focus.
 */
export type KeyCommand = {
  readonly id: string
  readonly label: string
  readonly keys: readonly string[]
  readonly scope: string
  readonly typing?: boolean
}

/** What a keyboard event says, as far as a table of keys cares. */
export type KeyPress = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
}

const NAMED: Readonly<Record<string, string>> = {
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}

type Wanted = { readonly key: string; readonly mod: boolean; readonly alt: boolean; readonly shift: boolean }

function wanted(keys: string): Wanted {
  const parts = keys.split(/\+(?=.)/)
  const name = parts[parts.length - 1] ?? ''
  return {
    key: NAMED[name] ?? name,
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  }
}

/** A letter, digit or name tells its shift apart; a sign such as `?` or `+` already says how it was made. */
function tellsShift(key: string): boolean {
  return key.length > 1 || key === ' ' || /^[\p{L}\p{N}]$/u.test(key)
}

/** Some keyboards type their digits with shift, French ones among them: there a digit is a digit. */
function isShiftedDigit(press: KeyPress): boolean {
  return press.shiftKey && /^\d$/.test(press.key)
}

function modifiersFit(want: Wanted, press: KeyPress): boolean {
  return (
    want.mod === (press.ctrlKey || press.metaKey) &&
    want.alt === press.altKey &&
    (want.shift === press.shiftKey || !tellsShift(want.key) || isShiftedDigit(press))
  )
}

/** The Latin letter or digit printed on the key, for keyboards that type something else with it. */
function printedOn(code: string): string | null {
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? null
}

/**
 * The command whose key was pressed, or null. What the key types counts first; where no command has that,
 * what is printed on the key counts, so that shortcuts work on keyboards of any script. A Latin letter is
 * only ever itself: Ctrl+Y of a German keyboard is not Ctrl+Z, though the key stands in its place.
 */
export function matchKey<C extends KeyCommand>(press: KeyPress, table: readonly C[]): C | null {
  if (press.isComposing === true) return null
  const find = (pressed: string) =>
    table.find((command) =>
      command.keys
        .map(wanted)
        .some((want) => want.key.toLowerCase() === pressed.toLowerCase() && modifiersFit(want, press)),
    ) ?? null
  const printed = /^[a-z]$/i.test(press.key) ? null : printedOn(press.code)
  return find(press.key) ?? (printed === null ? null : find(printed))
}

/** The digit a key stands for: the one it types, or the one printed on it where it types a sign without shift. */
export function digitOf({ key, code, shiftKey }: KeyPress): string | null {
  if (/^\d$/.test(key)) return key
  return shiftKey ? null : (/^Digit(\d)$/.exec(code)?.[1] ?? null)
}

/** How a key is written on a button, e.g. `Ctrl Z` or, on a Mac, `⌘Z`. */
export function formatKeys(keys: string, mac: boolean): string {
  const parts = keys.split(/\+(?=.)/)
  return mac
    ? parts.map((part) => ({ Mod: '⌘', Alt: '⌥', Shift: '⇧' })[part] ?? part).join('')
    : parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join(' ')
}

/** The same for `aria-keyshortcuts`, e.g. `Control+Z`. */
export function ariaKeys(keys: readonly string[], mac: boolean): string {
  return keys.map((each) => each.replace('Mod', mac ? 'Meta' : 'Control')).join(' ')
}
