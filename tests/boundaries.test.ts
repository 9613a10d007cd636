import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { tool } from '../scripts/lib/tools.mjs'

const root = resolve(import.meta.dirname, '..')
const reportSchema = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
  number_of_files: z.number(),
})
const trees: string[] = []
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })))

/** A small copy of the repository's rooms: its own rules and compilers' settings, and these files. */
function plant(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'lectern-rooms-'))
  trees.push(tree)
  for (const name of [
    '.oxlintrc.json',
    'tsconfig.json',
    'shared/tsconfig.json',
    'electron/tsconfig.json',
    'renderer/tsconfig.json',
  ]) {
    cpSync(join(root, name), join(tree, name))
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true })
    writeFileSync(join(tree, name), text)
  }
  return tree
}

/** What the linter refuses below a folder, file by file. Throws unless it has read at least `files` files. */
function lint(folder: string, files: number): ReadonlyMap<string, readonly string[]> {
  const { command, args } = tool('oxlint', ['--type-aware', '--format=json', '.'])
  const { stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  const read = /^\s*\{/.test(stdout) ? reportSchema.parse(JSON.parse(stdout)) : null
  if (read === null || read.number_of_files < Math.max(1, files)) {
    throw new Error(`the linter read ${read?.number_of_files ?? 0} files of ${files}: ${stdout}${stderr}`)
  }
  const found = new Map<string, string[]>()
  for (const { filename, code } of read.diagnostics) {
    const name = relative(folder, resolve(folder, filename)).replaceAll('\\', '/')
    found.set(name, [...(found.get(name) ?? []), code])
  }
  return found
}

const IMPORT = 'eslint(no-restricted-imports)'
const BUILT_IN = 'unicorn(prefer-node-protocol)'
const use = (name: string, from: string) =>
  `import { ${name} } from '${from}'\n\nexport const used = ${name}\n`
const load = (from: string) => `export const load = async () => import('${from}')\n`

const targets = {
  'shared/ipc.ts': 'export const contract = 1\n\nexport type Contract = { readonly a: 1 }\n',
  'electron/windows/security.ts': 'export const locked = true\n',
  'electron/store/journal.ts': 'export const journal = 1\n',
  'renderer/bridge.ts': 'export const bridge = 1\n',
  'renderer/desk/live/Live.ts': 'export const live = 1\n',
  'renderer/prompter/scroller.ts': 'export const scroller = 1\n',
  'renderer/board/lists.ts': 'export const lists = 1\n',
  'tests/helpers/helper.ts': 'export const helper = 1\n',
}

/** Who may import whom, as HOUSE.md has it: each of these must be refused by the rule named. */
const faults: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['shared/node.ts', use('readFileSync', 'node:fs'), IMPORT],
  ['shared/meeting/node-path.ts', use('join', 'node:path/posix'), IMPORT],
  ['shared/bare-node.ts', use('readFileSync', 'fs'), BUILT_IN],
  ['shared/loads-node.ts', load('node:fs'), IMPORT],
  ['shared/electron-type.ts', "import type { App } from 'electron'\n\nexport type Used = App\n", IMPORT],
  ['shared/meeting/shell.ts', use('locked', '../../electron/windows/security'), IMPORT],
  ['shared/passes-on.ts', "export { journal } from '../electron/store/journal'\n", IMPORT],
  ['shared/page.ts', use('bridge', '../renderer/bridge'), IMPORT],
  ['shared/react.ts', use('useState', 'react'), IMPORT],
  ['shared/react-dom.ts', use('createRoot', 'react-dom/client'), IMPORT],
  ['shared/tests.ts', use('helper', '../tests/helpers/helper'), IMPORT],
  ['electron/store/electron.ts', use('app', 'electron'), IMPORT],
  ['electron/store/electron-main.ts', use('app', 'electron/main'), IMPORT],
  ['electron/store/loads-electron.ts', load('electron'), IMPORT],
  ['electron/record/windows.ts', use('locked', '../windows/security'), IMPORT],
  ['electron/cli/windows.ts', use('locked', '../windows/security'), IMPORT],
  ['electron/cli/deep/windows.ts', use('locked', '../../windows/security'), IMPORT],
  ['electron/cli/page.ts', use('bridge', '../../renderer/bridge'), IMPORT],
  ['electron/page.ts', use('bridge', '../renderer/bridge'), IMPORT],
  ['electron/react.ts', use('useState', 'react'), IMPORT],
  ['electron/tests.ts', use('helper', '../tests/helpers/helper'), IMPORT],
  ['electron/preload.ts', use('contract', '../shared/ipc'), IMPORT],
  ['renderer/electron.ts', use('ipcRenderer', 'electron'), IMPORT],
  ['renderer/state/node.ts', use('readFileSync', 'node:fs'), IMPORT],
  ['renderer/board/node.ts', use('readFile', 'node:fs/promises'), IMPORT],
  ['renderer/ui/bare-node.ts', use('readFileSync', 'fs'), BUILT_IN],
  ['renderer/ui/shell.ts', use('locked', '../../electron/windows/security'), IMPORT],
  ['renderer/ui/desk.ts', use('live', '../desk/live/Live'), IMPORT],
  ['renderer/desk/board.ts', use('lists', '../board/lists'), IMPORT],
  ['renderer/desk/live/prompter.ts', use('scroller', '../../prompter/scroller'), IMPORT],
  ['renderer/desk/loads-board.ts', load('../board/lists'), IMPORT],
  ['renderer/prompter/desk.ts', use('live', '../desk/live/Live'), IMPORT],
  ['renderer/board/desk.ts', use('live', '../desk/live/Live'), IMPORT],
  ['renderer/board/electron.ts', use('ipcRenderer', 'electron/renderer'), IMPORT],
  ['renderer/board/pdf.ts', use('pdf', 'pdfmake'), IMPORT],
  ['renderer/board/tests.ts', use('helper', '../../tests/helpers/helper'), IMPORT],
  ['shared/cycle-a.ts', "import { b } from './cycle-b'\n\nexport const a = () => b\n", 'import(no-cycle)'],
  ['shared/cycle-b.ts', "import { a } from './cycle-a'\n\nexport const b = () => a\n", 'import(no-cycle)'],
  [
    'electron/floating.ts',
    'async function save(): Promise<void> {}\n\nexport function run(): void {\n  save()\n}\n',
    'typescript(no-floating-promises)',
  ],
  [
    'shared/any.ts',
    'export const thing = (value: any): string => String(value)\n',
    'typescript(no-explicit-any)',
  ],
  [
    'shared/bang.ts',
    'export const first = (list: readonly string[]): string => list[0]!\n',
    'typescript(no-non-null-assertion)',
  ],
]

/** What must not be refused. */
const clean = {
  'shared/meeting/clean.ts': use('contract', '../ipc'),
  'shared/zod.ts': use('z', 'zod'),
  'electron/main.ts': use('app', 'electron'),
  'electron/store/clean.ts': use('contract', '../../shared/ipc'),
  'electron/store/node.ts': use('readFile', 'node:fs/promises'),
  'electron/cli/clean.ts': use('journal', '../store/journal'),
  'renderer/desk/clean.ts': use('bridge', '../bridge'),
  'renderer/board/clean.ts': use('contract', '../../shared/ipc'),
  'renderer/prompter/react.ts': use('useState', 'react'),
}

describe('the rooms', () => {
  const shell = readdirSync(join(root, 'electron'), { withFileTypes: true })
    .filter((found) => !['store', 'record', 'cli', 'tsconfig.json'].includes(found.name))
    .map((found) => (found.isDirectory() ? `${found.name}/x` : found.name.replace(/\.ts$/, '')))
    .map((name, index) => [`electron/store/shell-${index}.ts`, use('used', `../${name}`), IMPORT] as const)
  const planted = [...faults, ...shell]
  let found: ReadonlyMap<string, readonly string[]> = new Map()
  beforeAll(() => {
    const files = { ...targets, ...clean, ...Object.fromEntries(planted) }
    const tree = plant(files)
    found = lint(tree, Object.keys(files).length)
  }, 60_000)

  it.each(faults)('refuse %s', (file, _text, rule) => {
    expect(found.get(file) ?? []).toContain(rule)
  })

  it('refuse each part of the shell to what runs under plain Node', () => {
    expect(shell.length).toBeGreaterThan(5)
    expect(shell.filter(([file]) => found.get(file)?.includes(IMPORT) !== true)).toEqual([])
  })

  it('refuse nothing that is allowed', () => {
    const names = [...Object.keys(targets), ...Object.keys(clean)]
    expect(names.flatMap((name) => (found.get(name) ?? []).map((rule) => `${name}: ${rule}`))).toEqual([])
  })

  it('let the preload script use the types of the contract', () => {
    const preload =
      "import type { Contract } from '../shared/ipc'\n\nexport const used: Contract = { a: 1 }\n"
    const tree = plant({ ...targets, 'electron/preload.ts': preload })
    expect([...lint(tree, 9)]).toEqual([])
  })

  it('are not taken for clean by a checker that has read nothing', () => {
    expect(() => lint(plant({}), 0)).toThrow('read 0 files')
  })

  it('are all read in the repository itself', () => {
    const sources = ['shared', 'electron', 'renderer', 'tests'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.tsx?$/.test(name),
      ),
    )
    const { command, args } = tool('oxlint', ['--format=json', '.'])
    const { stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    expect(reportSchema.parse(JSON.parse(stdout)).number_of_files).toBeGreaterThanOrEqual(sources.length)
  })
})

describe('shared/ by its compiler', () => {
  const globals = [
    'window',
    'document',
    'process',
    'setTimeout',
    'console',
    'Buffer',
    'require',
    'fetch',
    'crypto',
    'performance',
  ]
  let output = ''
  beforeAll(() => {
    const tree = plant({
      ...Object.fromEntries(
        globals.map((name) => [`shared/uses-${name}.ts`, `export const used = ${name}\n`]),
      ),
      'shared/clean.ts': 'export const used = new Map([[1, [3, 2].toSorted()]])\n',
    })
    const { command, args } = tool('typescript', ['-p', 'shared/tsconfig.json', '--pretty', 'false'], 'tsc')
    output = spawnSync(command, args, { cwd: tree, encoding: 'utf8' }).stdout
  }, 60_000)

  it.each(globals)('refuses %s', (name) => {
    expect(output).toMatch(
      new RegExp(
        `shared/uses-${name}\\.ts\\(1,21\\): error TS(2304|2552|2580|2584|2591): Cannot find name '${name}'`,
      ),
    )
  })

  it('refuses nothing else', () => {
    expect(output.trim().split('\n')).toHaveLength(globals.length)
  })
})
