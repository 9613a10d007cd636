import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx,mjs}', 'tests/faults/**/*.test.ts', 'tests/boundaries.test.ts'],
    setupFiles: ['tests/seed.ts'],
    // Vitest leaves one core alone, which on a machine of two is half of it.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
  },
})
