/**
 * Builds out/verifier/verify.html: the page that verifies a record in any browser, without Lectern and
 * without a network. One file: modules do not run from file://, so it holds a classic script, a style and a
 * policy that allows these two by their hashes, a worker made of the same script, and nothing else.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, root } from './lib/paths.mjs'

const out = join(root, 'out', 'verifier')

/** The script of the page, as one classic script. */
async function script() {
  const { build } = await import('vite')
  const result = await build({
    configFile: false,
    root: join(root, 'renderer'),
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome114',
      minify: true,
      lib: { entry: join(root, 'renderer', 'verify', 'main.ts'), formats: ['iife'], name: 'LecternVerifier' },
    },
  })
  const [{ output }] = [result].flat()
  const [chunk, ...more] = output
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('The verifier page is not one script.')
  return chunk.code
}

/** Text that stands in a script element: nothing in it may end the element. */
function inScript(code) {
  return code
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    .trim()
}

function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The page with its script, its style and a policy for these alone. */
export function verifierPage(template, code, css) {
  const [code1, css1] = [inScript(code), css.trim()]
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code1)}`,
    `style-src ${hash(css1)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const parts = { __POLICY__: policy, __STYLE__: css1, __SCRIPT__: code1 }
  return template.replace(/\s*(__(?:POLICY|STYLE|SCRIPT)__)\s*/g, (_all, name) => parts[name])
}

/** Builds the page into a folder and returns its path. Needs the installed packages. */
export async function buildVerifier(folder = out) {
  const styles = ['ui/tokens.css', 'verify/page.css'].map((name) =>
    readFileSync(join(root, 'renderer', name), 'utf8'),
  )
  const template = readFileSync(join(root, 'renderer', 'verify.html'), 'utf8')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'verify.html')
  writeFileSync(path, verifierPage(template, await script(), styles.join('\n')))
  return path
}

if (isMain(import.meta.url)) await buildVerifier()
