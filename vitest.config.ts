import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx,mjs}', 'tests/faults/**/*.test.ts', 'tests/boundaries.test.ts'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 30_000,
  },
})
