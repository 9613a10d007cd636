import { everywhereKeys } from './everywhere'
import type { KeyCommand } from './match'

const scope = 'prompter'

/** The digits that show a prepared response. */
export const RESPONSE_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export type ResponseKey = (typeof RESPONSE_KEYS)[number]

const responses = RESPONSE_KEYS.map((digit) => ({
  id: `response.${digit}` as const,
  label: `Response ${digit}`,
  keys: [String(digit)],
  scope,
}))

/**
 * The Prompter's commands and their keys; buttons, keys and the sheet of keys are all made from this table.
 * `repeats` says that a held key goes on. `F5`, `Shift+F5` and `.` are
 * what presentation remotes send for start and blank.
 */
export const prompterKeys = [
  { id: 'toggle', label: 'Start or pause', keys: ['Space', 'F5', 'Shift+F5'], scope, repeats: false },
  { id: 'slower', label: 'Slower', keys: ['Up'], scope, repeats: true },
  { id: 'faster', label: 'Faster', keys: ['Down'], scope, repeats: true },
  { id: 'sentence.back', label: 'A sentence back', keys: ['Left'], scope, repeats: true },
  { id: 'sentence.on', label: 'A sentence on', keys: ['Right'], scope, repeats: true },
  { id: 'cue.previous', label: 'Previous cue', keys: ['PageUp'], scope, repeats: true },
  { id: 'cue.next', label: 'Next cue', keys: ['PageDown'], scope, repeats: true },
  { id: 'start', label: 'To the start', keys: ['Home'], scope, repeats: false },
  { id: 'end', label: 'To the end', keys: ['End'], scope, repeats: false },
  { id: 'goto', label: 'Go to a cue: its number, then Enter', keys: ['G'], scope, repeats: false },
  ...responses.map((each) => ({ ...each, repeats: false })),
  { id: 'back', label: 'Back to the script', keys: ['Escape'], scope, repeats: false },
  { id: 'larger', label: 'Larger text', keys: ['+', '='], scope, repeats: true },
  { id: 'smaller', label: 'Smaller text', keys: ['-'], scope, repeats: true },
  { id: 'capture', label: 'Capture a line', keys: ['Mod+L'], scope, repeats: false, typing: true },
  { id: 'edit', label: 'Edit this cue', keys: ['E'], scope, repeats: false },
  { id: 'step', label: 'Line by line, or smooth', keys: ['L'], scope, repeats: false },
  { id: 'motion', label: 'Timed, paced by your voice, or following it', keys: ['V'], scope, repeats: false },
  { id: 'plain', label: 'Only the words: hide the bars', keys: ['H'], scope, repeats: false },
  { id: 'fullScreen', label: 'Full screen', keys: ['F'], scope, repeats: false },
  { id: 'mirror', label: 'Mirror left to right', keys: ['M'], scope, repeats: false },
  { id: 'flip', label: 'Turn upside down', keys: ['U'], scope, repeats: false },
  { id: 'settings', label: 'Settings', keys: [',', 'Mod+,'], scope, repeats: false },
  { id: 'phrases', label: 'Must-say phrases', keys: ['T'], scope, repeats: false },
  { id: 'board.blank', label: 'Blank the board, or show it again', keys: ['B', '.'], scope, repeats: false },
  { id: 'board.freeze', label: 'Freeze the board, or let it go on', keys: ['Z'], scope, repeats: false },
  { id: 'swap', label: 'Swap the displays of prompter and board', keys: ['S'], scope, repeats: false },
  {
    id: 'panic',
    label: 'Panic: hide this window, blank the board',
    keys: ['Shift+Escape'],
    scope,
    repeats: false,
  },
  { id: 'window.left', label: 'Move the window left', keys: ['Alt+Left'], scope, repeats: true },
  { id: 'window.right', label: 'Move the window right', keys: ['Alt+Right'], scope, repeats: true },
  { id: 'window.up', label: 'Move the window up', keys: ['Alt+Up'], scope, repeats: true },
  { id: 'window.down', label: 'Move the window down', keys: ['Alt+Down'], scope, repeats: true },
  { id: 'window.narrower', label: 'Narrower window', keys: ['Alt+Shift+Left'], scope, repeats: true },
  { id: 'window.wider', label: 'Wider window', keys: ['Alt+Shift+Right'], scope, repeats: true },
  { id: 'window.lower', label: 'Lower window', keys: ['Alt+Shift+Up'], scope, repeats: true },
  { id: 'window.higher', label: 'Higher window', keys: ['Alt+Shift+Down'], scope, repeats: true },
  { id: 'window.close', label: 'Close the prompter', keys: ['Mod+W'], scope, repeats: false },
  { id: 'answered', label: 'In a rehearsal: answered', keys: ['Enter'], scope, repeats: false },
  { id: 'rehearsal.end', label: 'In a rehearsal: end it', keys: ['R'], scope, repeats: false },
  {
    id: 'rehearsal.objections',
    label: 'In a rehearsal: how many objections',
    keys: ['O'],
    scope,
    repeats: false,
  },
  ...everywhereKeys.map((each) => ({ ...each, repeats: false })),
] as const satisfies readonly (KeyCommand & { readonly repeats: boolean })[]

export type PrompterCommand = (typeof prompterKeys)[number]
export type PrompterCommandId = PrompterCommand['id']

const GLOBAL: ReadonlySet<PrompterCommandId> = new Set([
  'toggle',
  'slower',
  'faster',
  'cue.next',
  'cue.previous',
  'back',
  'panic',
  ...RESPONSE_KEYS.map((digit) => `response.${digit}` as const),
] as const)

/** A command whose key can work while another program has the focus, and that key as the system knows it. */
export type GlobalKey = { readonly id: PrompterCommandId; readonly accelerator: string }

/** With this before them, the keys of those commands work while another program has the focus. */
export const GLOBAL_MODIFIER = 'Control+Alt'

/** The commands that can be had while another program has the focus, by the first key of each. */
export const globalKeys: readonly GlobalKey[] = prompterKeys.flatMap(({ id, keys: [key] }) =>
  GLOBAL.has(id) ? [{ id, accelerator: `${GLOBAL_MODIFIER}+${key}` }] : [],
)

/** Commands that show a prepared response. */
export type ResponseCommand = `response.${ResponseKey}`

/** The digit a command belongs to, if it shows a response. */
export function responseDigit(id: string): ResponseKey | null {
  return RESPONSE_KEYS.find((digit) => id === `response.${digit}`) ?? null
}

/** Whether a command shows a response. */
export function isResponse(id: PrompterCommandId): id is ResponseCommand {
  return responseDigit(id) !== null
}

const MOVES = ['sentence.back', 'sentence.on', 'cue.previous', 'cue.next', 'start', 'end'] as const

/** Commands that move the script to another place. */
export type MoveCommand = (typeof MOVES)[number]

/** Whether a command moves the script. */
export function isMove(id: PrompterCommandId): id is MoveCommand {
  return MOVES.some((move) => move === id)
}

/** Commands about the prompter's own window, for one that may have no frame. */
export type WindowCommand = Extract<PrompterCommandId, `window.${string}`>

/** Whether a command is about the prompter's own window. */
export function isWindowCommand(id: PrompterCommandId): id is WindowCommand {
  return id.startsWith('window.')
}
