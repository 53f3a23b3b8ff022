import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/environment.ts'],
    reporters: ['default', './test/left-out.ts'],
    // A machine may be slow, or busy with something else: a limit is only there to end what hangs.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
