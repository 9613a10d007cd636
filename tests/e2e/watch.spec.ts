import { expect, test } from '../helpers/app'

/** Nothing listens here, and nothing outside this computer is asked. */
const NOWHERE = 'http://127.0.0.1:9/planted'

test.describe('the watch over the app', () => {
  test.use({ provoked: /.*/ })

  test('notices every kind of fault', async ({ lectern }) => {
    const { desk, electron } = lectern
    await desk.evaluate(() => {
      console.warn('planted warning')
      console.error('planted error')
      setTimeout(() => {
        throw new Error('planted page error')
      })
    })
    await desk.evaluate((url) => fetch(url).catch(() => null), NOWHERE)
    await electron.evaluate(async ({ net, session }, url) => {
      for (const each of [session.defaultSession, session.fromPartition('one nobody watches')]) {
        const request = net.request({ url, session: each })
        const ended = new Promise((resolve) => void request.on('error', resolve))
        request.end()
        await ended
      }
    }, NOWHERE)
    await lectern.close()

    const kinds = lectern.faults.map(({ what, text }) => `${what}: ${text}`)
    for (const planted of [
      /^console warning: planted warning/,
      /^console error: planted error/,
      /^page error: .*planted page error/,
      /^request of a session: .*planted/,
      /^entry in the network log: .*planted/,
    ]) {
      expect(kinds).toContainEqual(expect.stringMatching(planted))
    }
  })
})
