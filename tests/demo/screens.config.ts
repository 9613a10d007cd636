import { defineConfig } from 'playwright/test'

/** Takes the pictures of docs/screens/. */
export default defineConfig({
  testDir: '.',
  testMatch: 'screens*.spec.ts',
  outputDir: '../../out/screens-run',
  forbidOnly: true,
  workers: 1,
  retries: 0,
  timeout: 480_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})
