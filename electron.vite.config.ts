import { resolve } from 'node:path'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The oldest runtime the product supports: Electron 25 (Node 18, Chrome 114). */
const NODE_TARGET = 'node18'
const PAGE_TARGET = 'chrome114'

/** Needed at run time as installed: the platform, pdfmake with its data files, and its font reader. */
const external = ['electron', /^node:/, 'pdfmake', 'fontkit']
/** The licences of all packages that are built in, beside what they are built into. */
const LICENSES = { fileName: 'licenses.md' }
const room = (path: string) => resolve(import.meta.dirname, path)
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      license: LICENSES,
      target: NODE_TARGET,
      rollupOptions: {
        external,
        input: {
          main: room('electron/main.ts'),
          snapshotWorker: room('electron/store/snapshotWorker.ts'),
          pdfWorker: room('electron/record/pdfWorker.ts'),
          verifyWorker: room('electron/record/verifyWorker.ts'),
          cli: room('electron/cli/index.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      target: NODE_TARGET,
      rollupOptions: { external, input: { preload: room('electron/preload.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: room('renderer'),
    plugins: [react()],
    resolve: { alias: { 'blob-polyfill': room('renderer/voice/nativeBlob.ts') } },
    // What listens to a voice lies in a folder of its own, which is served to the prompter alone.
    worker: {
      format: 'es',
      rollupOptions: {
        output: {
          entryFileNames: 'assets/voice/[name]-[hash].js',
          chunkFileNames: 'assets/voice/[name]-[hash].js',
          assetFileNames: 'assets/voice/[name]-[hash][extname]',
        },
      },
    },
    build: {
      outDir: room('out/renderer'),
      license: LICENSES,
      target: PAGE_TARGET,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          desk: room('renderer/desk.html'),
          prompter: room('renderer/prompter.html'),
          board: room('renderer/board.html'),
        },
      },
    },
  },
})
