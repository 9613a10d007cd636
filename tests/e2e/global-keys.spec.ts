import { expect, test, type Lectern } from '../helpers/app'
import { captureLine, liveMeeting, openPrompter, region, toCaptureLine } from '../helpers/desk'
import { stateOf } from '../helpers/displays'
import { isShown } from '../helpers/windows'

/** Gives the Desk the focus, as another program would have it. */
async function focusDesk(lectern: Lectern): Promise<void> {
  await lectern.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.getTitle().startsWith('Lectern'))
      ?.focus(),
  )
  await expect.poll(async () => (await stateOf(lectern, 'Lectern'))?.isFocused).toBe(true)
}

test('keys from other programs are off until asked for, say which are taken, and leave the focus where it is', async ({
  lectern,
}) => {
  await liveMeeting(lectern.desk, 'Keys everywhere')
  const prompter = await openPrompter(lectern)
  const pace = prompter.getByRole('status', { name: 'Pace' })
  const has = (key: string) =>
    lectern.electron.evaluate(({ globalShortcut }, name) => globalShortcut.isRegistered(name), key)
  expect(await has('Control+Alt+Space')).toBe(false)
  await lectern.electron.evaluate(({ globalShortcut }) => {
    const grabbed = globalShortcut.register.bind(globalShortcut)
    const runs = new Map<string, () => void>()
    Object.assign(globalThis, { lecternRuns: runs })
    globalShortcut.register = (key, run) => {
      runs.set(key, run)
      return key !== 'Control+Alt+2' && grabbed(key, run)
    }
  })
  /** What the system does when the key is pressed in another program. */
  const pressed = (key: string) =>
    lectern.electron.evaluate((_electron, name) => {
      const runs: Map<string, () => void> = Reflect.get(globalThis, 'lecternRuns')
      runs.get(`Control+Alt+${name}`)?.()
    }, key)
  await prompter.keyboard.press(',')
  await prompter.getByRole('tab', { name: 'Movement' }).click()
  await prompter.getByRole('checkbox', { name: /Keys everywhere/ }).check()
  await expect.poll(() => has('Control+Alt+Space')).toBe(true)
  for (const key of ['Up', 'Down', 'PageUp', 'PageDown', '1', '9', 'Escape', 'Shift+Escape']) {
    expect(await has(`Control+Alt+${key}`), key).toBe(true)
  }
  await expect(region(prompter, 'Settings')).toContainText('Another program holds Ctrl Alt 2')
  await prompter.keyboard.press('Escape')

  await toCaptureLine(lectern.desk)
  await focusDesk(lectern)
  await pressed('Space')
  await expect(pace).toHaveText(/running/)
  await pressed('1')
  await expect(region(prompter, 'Response')).toBeVisible()
  await pressed('Escape')
  await expect(region(prompter, 'Response')).toHaveCount(0)
  await pressed('Space')
  await expect(pace).toHaveText(/paused/)
  await pressed('Shift+Escape')
  await expect.poll(() => isShown(lectern, 'Prompter')).toBe(false)
  await pressed('Space')
  await pressed('3')
  await pressed('Shift+Escape')
  await expect.poll(() => isShown(lectern, 'Prompter')).toBe(true)
  await expect(pace).toHaveText(/paused/)
  await expect(region(prompter, 'Response')).toHaveCount(0)
  expect((await stateOf(lectern, 'Lectern'))?.isFocused).toBe(true)
  await lectern.desk.keyboard.type('n still typing')
  await expect(captureLine(lectern.desk)).toHaveValue('n still typing')
  await prompter.close()
  await expect.poll(() => has('Control+Alt+Space')).toBe(false)
})
