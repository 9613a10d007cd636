import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { endListening, mayListen, setListening } from '../../../electron/system/microphone'

const system = vi.hoisted(() => ({
  askForMediaAccess: vi.fn<(kind: string) => Promise<boolean>>(),
  getMediaAccessStatus: vi.fn<(kind: string) => string>(),
}))
vi.mock('electron', () => ({ systemPreferences: system }))

const platform = process.platform

function on(name: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: name })
}

beforeEach(() => {
  system.askForMediaAccess.mockReset()
  system.getMediaAccessStatus.mockReset()
})
afterEach(() => {
  on(platform)
  endListening()
})

describe('the microphone', () => {
  it('is for nobody until it is asked for, and is given back', async () => {
    on('linux')
    expect(mayListen()).toBe(false)
    expect((await setListening(true)).ok).toBe(true)
    expect(mayListen()).toBe(true)
    await setListening(false)
    expect(mayListen()).toBe(false)
    expect(system.askForMediaAccess).not.toHaveBeenCalled()
  })

  it('stays off where macOS is answered after it was given back', async () => {
    on('darwin')
    let answer: (allowed: boolean) => void = () => undefined
    system.askForMediaAccess.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    const asked = setListening(true)
    await setListening(false)
    answer(true)
    expect((await asked).ok).toBe(false)
    expect(mayListen()).toBe(false)
  })

  it('is asked for on macOS, and a no is said with what to do', async () => {
    on('darwin')
    system.askForMediaAccess.mockResolvedValue(true)
    expect((await setListening(true)).ok).toBe(true)
    expect(system.askForMediaAccess).toHaveBeenCalledWith('microphone')
    system.askForMediaAccess.mockResolvedValue(false)
    expect(await setListening(true)).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringContaining('System Settings') },
    })
    expect(mayListen(), 'what was allowed before').toBe(false)
  })

  it('is refused where Windows denies it', async () => {
    on('win32')
    system.getMediaAccessStatus.mockReturnValue('denied')
    expect((await setListening(true)).ok).toBe(false)
    system.getMediaAccessStatus.mockReturnValue('granted')
    expect((await setListening(true)).ok).toBe(true)
  })
})
