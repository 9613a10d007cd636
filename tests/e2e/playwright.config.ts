import { defineConfig } from 'playwright/test'

/** The JSON report goes where `PLAYWRIGHT_JSON_OUTPUT_FILE` says; `scripts/test.mjs` sets it. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/e2e',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
})
