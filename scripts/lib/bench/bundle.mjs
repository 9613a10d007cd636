/** Programs of the bench that run in plain Node: TypeScript bundled into one file each. */
import { join } from 'node:path'
import { cacheDir, root } from '../paths.mjs'

/** Bundles a program. @returns {Promise<string>} the file to run with Node */
export async function bundle(entry) {
  const { build } = await import('vite')
  const outDir = join(cacheDir, 'bench')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'bench.mjs' } },
    },
  })
  return join(outDir, 'bench.mjs')
}
