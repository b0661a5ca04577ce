// Run by `cargo xtask test e2e`, which serves the release and says where the browsers are.
import { defineConfig, devices } from '@playwright/test';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run \`cargo xtask test e2e\``);
  return value;
}

const chromium = (executablePath: string) => ({
  browserName: 'chromium' as const,
  launchOptions: { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
});
/** Blink and V8 without the browser around them. */
const headless = chromium(given('EE_HEADLESS'));
/** The browser that readers have. */
const whole = chromium(given('EE_CHROMIUM'));

/** What hangs on more than a page: history, clipboard, memory. */
const beyondThePage = ['**/first-visit.spec.ts', '**/sharing.spec.ts', '**/life.spec.ts'];

const phone = devices['Pixel 7'];
const desk = { width: 1280, height: 900 };

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
      testIgnore: beyondThePage,
      use: { ...headless, viewport: desk },
    },
    {
      name: 'phone',
      testMatch: '**/*.spec.ts',
      use: { ...phone, ...headless },
    },
    {
      name: 'whole',
      testMatch: beyondThePage,
      use: { ...whole, viewport: desk },
    },
    {
      name: 'firefox',
      testMatch: '**/*.spec.ts',
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: {
          executablePath: given('EE_FIREFOX'),
          firefoxUserPrefs: {
            // Processes for pages to come, of which each test has one: a sixth of the time.
            'dom.ipc.processPrelaunch.enabled': false,
            // A process for each site: a tenth of the time.
            'fission.autostart': false,
          },
        },
        viewport: desk,
      },
    },
    {
      name: 'pictures',
      testMatch: '**/*.pictures.ts',
      use: { ...whole, viewport: desk, deviceScaleFactor: 1 },
    },
  ],
});
