/** A vitest reporter that writes down why tests were skipped: `{ "full name": "reason" }`. */
import { writeFileSync } from 'node:fs'

export default class Notes {
  onTestRunEnd(modules) {
    const notes = {}
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const { note } = test.result()
        if (note) notes[test.fullName.replaceAll(' > ', ' ')] = note
      }
    }
    const path = process.env.LECTERN_SKIP_NOTES
    if (path) writeFileSync(path, JSON.stringify(notes))
  }
}
