import { z } from 'zod'

/** The three things that can be said of a window that asks to be left out of captures. */
export const protectionStateSchema = z.enum([
  'probably hidden',
  'may be visible',
  'visible when you share the screen',
])
export type ProtectionState = z.infer<typeof protectionStateSchema>

/** What the prompter's badge says, the reason in a sentence, and whether the system is asked at all. */
export const protectionSchema = z.object({
  state: protectionStateSchema,
  because: z.string(),
  asked: z.boolean(),
})
export type Protection = Readonly<z.infer<typeof protectionSchema>>

/**
 * What the answer depends on: `platform` and the system's own version as Electron tells them (`10.0.22631`,
 * `15.1`), and Electron's version.
 */
export type System = {
  readonly platform: string
  readonly version: string
  readonly electron: string
}

/** Windows 11 23H2: from here on the system leaves such windows out of captures. */
const WINDOWS_LEAVES_OUT = 22631
/** macOS from here on lets any program that uses its newer capture interface see such windows. */
const MAC_SHOWS = 15
/** Between these versions, both included, Electron failed at it three times within a year. */
const ELECTRON_FAILED = [33, 37] as const

type Answer = Omit<Protection, 'asked'>

const numbers = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10))

function onWindows(version: string, electron: string): Answer {
  const build = numbers(version)[2] ?? 0
  if (!(build >= WINDOWS_LEAVES_OUT))
    return {
      state: 'may be visible',
      because: 'This version of Windows may show the prompter in a capture, or a black box in its place.',
    }
  const [major = 0] = numbers(electron)
  const [first, last] = ELECTRON_FAILED
  if (major >= first && major <= last)
    return {
      state: 'may be visible',
      because: 'This build of Lectern runs on a version of Electron that failed to leave windows out.',
    }
  return {
    state: 'probably hidden',
    because: 'This version of Windows usually leaves the prompter out of captures.',
  }
}

function onMac(version: string): Answer {
  const [major = 0] = numbers(version)
  if (major > 0 && major < MAC_SHOWS)
    return {
      state: 'may be visible',
      because: 'On this version of macOS it depends on the program that captures the screen.',
    }
  return {
    state: 'visible when you share the screen',
    because: 'From macOS 15 on, programs that share the screen capture the prompter all the same.',
  }
}

function answerOf({ platform, version, electron }: System): Answer {
  if (platform === 'win32') return onWindows(version, electron)
  if (platform === 'darwin') return onMac(version)
  return {
    state: 'visible when you share the screen',
    because: 'This system has no way to leave a window out of captures.',
  }
}

/** What may be promised about the prompter on a system. Without asking the system, nothing. */
export function protectionOf(system: System, asked: boolean): Protection {
  if (asked) return { ...answerOf(system), asked }
  return {
    state: 'visible when you share the screen',
    because: 'Lectern does not ask the system to leave the prompter out of captures: you switched that off.',
    asked,
  }
}
