import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { playbookSchema, type Playbook } from '../../shared/playbook/schema'
import { ROOT } from './paths'

/** The built-in playbook that the tests play. */
export function playbook(): Playbook {
  const file = join(ROOT, 'resources', 'playbooks', 'critical-release-halt.json')
  return playbookSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
