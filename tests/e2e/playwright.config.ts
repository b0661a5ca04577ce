// Run by `cargo xtask test e2e`, which serves the release and says where the browsers are.
import { defineConfig, devices } from '@playwright/test';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run \`cargo xtask test e2e\``);
  return value;
}

const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    executablePath: given('EE_CHROMIUM'),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  },
};

const phone = devices['Pixel 7'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  timeout: 90_000,
  // Recording every test costs a third of the time. A test that fails is run once more and recorded;
  // one that passes then is listed as flaky.
  retries: 1,
  use: { baseURL: given('EE_ADDRESS'), locale: 'en-GB', trace: 'on-first-retry' },
  projects: [
    {
      name: 'chromium',
      testMatch: '**/*.spec.ts',
      use: { ...chromium, viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: '**/*.spec.ts',
      use: { ...phone, ...chromium },
    },
    {
      name: 'firefox',
      testMatch: '**/*.spec.ts',
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: { executablePath: given('EE_FIREFOX') },
        viewport: { width: 1280, height: 900 },
      },
    },
    {
      name: 'pictures',
      testMatch: '**/*.pictures.ts',
      use: { ...chromium, viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
    },
  ],
});
