import { describe, expect, test } from 'vitest'
import { fatalSentence, isNoise, stderrFilter } from '../../../scripts/lib/noise.mjs'

describe('noise on stderr', () => {
  test.each([
    '[7027:1123/151709.992999:ERROR:bus.cc(399)] Failed to connect to the bus: no such file',
    '[7027:1123/151709.992999:ERROR:dbus/object_proxy.cc:590] Failed to call method',
    '[7053:1123/151710.555707:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors',
    '[7061:1123/151710.600330:ERROR:command_buffer_proxy_impl.cc(128)] ContextResult::kTransientFailure',
    '[1:0101/000000.1:ERROR:media/gpu/vaapi/vaapi_wrapper.cc:1] vaInitialize failed',
    'libva error: vaGetDriverNameByIndex() failed',
    '(electron:12): Gtk-WARNING **: 10:00:00: cannot open display',
    'Debugger listening on ws://127.0.0.1:1/x',
  ])('keeps back: %s', (line) => expect(isNoise(line)).toBe(true))

  test.each([
    'Error: the data folder is in use',
    '[7027:1123/151709.992999:FATAL:gpu_data_manager_impl_private.cc(1)] GPU process is not usable',
    '[7027:1123/151709.992999:ERROR:page_load.cc(1)] something else',
    'GPU is a word in a sentence',
    '',
  ])('lets through: %s', (line) => expect(isNoise(line)).toBe(false))

  test('says a missing library and a missing sandbox as a sentence', () => {
    const missing =
      'electron: error while loading shared libraries: libnss3.so: cannot open shared object file'
    expect(fatalSentence(missing, '/x/electron')).toContain('libnss3.so')
    const sandbox = 'The SUID sandbox helper binary was found, but is not configured correctly.'
    expect(fatalSentence(sandbox, '/x/electron')).toContain('"/x/chrome-sandbox"')
    expect(fatalSentence('all is well', '/x/electron')).toBeUndefined()
  })

  test('the filter writes what matters, and a cause once', () => {
    const written: string[] = []
    const filter = stderrFilter('/x/electron', (line: string) => void written.push(line))
    filter('[1:0101/000000.1:ERROR:bus.cc(3)] no bus')
    filter('a real message')
    filter('No usable sandbox!')
    filter('No usable sandbox!')
    expect(written[0]).toBe('a real message')
    expect(written).toHaveLength(2)
  })
})
