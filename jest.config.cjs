/** Tests run on Node as it is; TypeScript is only stripped here, `npm run types` checks it. */
module.exports = {
  testEnvironment: '<rootDir>/test/support/nodeEnvironment.cjs',
  // office.js looks at its own names after a test file has ended.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.jest.json', diagnostics: false }],
  },
  testTimeout: 120000,
  maxWorkers: 2,
  // What a fresh office.js leaves behind is collected slowly: a new worker is faster.
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/tools/closingLine.cjs'],
};
