import { defineConfig } from 'playwright/test'

/** Plays the sample meeting; what it leaves is in out/demo/. */
export default defineConfig({
  testDir: '.',
  testMatch: 'demo.spec.ts',
  outputDir: '../../out/demo-run',
  forbidOnly: true,
  workers: 1,
  retries: 0,
  timeout: 480_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})
