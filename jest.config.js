const project = (displayName, extra = {}) => ({
  displayName,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: [`<rootDir>/__tests__/${displayName}/**/*.test.ts`],
  transform: { '\\.ts$': '<rootDir>/scripts/strip-types.js' },
  ...extra,
})

// biome-ignore lint/style/noDefaultExport: jest reads its configuration from the default export
export default {
  projects: [project('unit'), project('contract'), project('scenario'), project('e2e')],
  reporters: ['default', '<rootDir>/scripts/count-reporter.ts'],
  testTimeout: 30_000,
  // Modules of each test file stay in memory until its process ends; on one core, all files would share one.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
}
