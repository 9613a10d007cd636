import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const builder = read('electron-builder.yml')

describe('the package, for the voice', () => {
  it('has the notices of all that hears it, and each is in their list', () => {
    expect(builder).toMatch(/^ {2}- resources\/\*\*$/m)
    const list = read('resources/notices/README.md')
    const notices = readdirSync(join(root, 'resources/notices')).filter((name) => name !== 'README.md')
    expect(notices).toHaveLength(6)
    for (const name of notices) {
      expect(list).toContain(`\`${name}\``)
      expect(read(join('resources/notices', name))).toMatch(/copyright (\(c\)|©)/i)
    }
  })

  it('lists the notices of the version that is built in', () => {
    const built: unknown = JSON.parse(read('node_modules/soundswallower/package.json'))
    const { version } = z.object({ version: z.string() }).parse(built)
    expect(read('resources/notices/README.md')).toContain(`\`soundswallower\` ${version}`)
  })

  it('tells macOS what the microphone is for, and may have it', () => {
    const [, entitlements] = /^ {2}entitlements: (.+)$/m.exec(builder) ?? []
    expect(builder).toMatch(/^ {4}NSMicrophoneUsageDescription: \S.{20,}$/m)
    expect(builder).toContain(`  entitlementsInherit: ${entitlements}\n`)
    expect(read(entitlements ?? '')).toMatch(
      /<key>com\.apple\.security\.device\.audio-input<\/key>\s*<true\/>/,
    )
  })
})
