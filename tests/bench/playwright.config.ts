import { defineConfig } from 'playwright/test'

/** The part of `npm run bench` that needs the real app; its rows go to the folder LECTERN_BENCH names. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../out/bench/run',
  forbidOnly: true,
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
})
