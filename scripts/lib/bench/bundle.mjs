/** Programs of the bench that run in plain Node: TypeScript bundled into one file each. */
import { basename, join } from 'node:path'
import { cacheDir, root } from '../paths.mjs'

/** Needed as installed, with their data files: as in the app's own build. */
const external = ['pdfmake', 'fontkit', 'soundswallower']

/** Bundles a program. @returns {Promise<string>} the file to run with Node */
export async function bundle(entry) {
  const { build } = await import('vite')
  const outDir = join(cacheDir, 'bench')
  const file = `${basename(entry, '.ts')}.mjs`
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: file } },
    },
  })
  return join(outDir, file)
}
