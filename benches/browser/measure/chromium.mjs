// One browser, fresh pages, and two kinds of readers: at a desk, and with a slow phone.
import { chromium } from 'playwright-core';

export function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run \`cargo xtask bench\``);
  return value;
}

export const ADDRESS = given('EE_ADDRESS');

/** CPU divided by so much; bits a second; milliseconds before each answer. */
export const READERS = {
  fast: { cpu: 1 },
  slow: { cpu: 4, bits: 1_600_000, latency: 150 },
};

export function launch() {
  const args = [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
  ];
  return chromium.launch({ executablePath: given('EE_CHROMIUM'), args });
}

/** A page that has seen nothing yet, with what the reader's machine and line are worth. */
export async function freshPage(browser, reader = 'fast') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const { cpu, bits, latency } = READERS[reader];
  await devtools.send('Network.enable');
  if (bits) {
    const throughput = bits / 8;
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  if (cpu > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { context, page, devtools };
}

/** Bytes of JavaScript's heap, nodes and listeners, after what is not used has been collected. */
export async function held(devtools) {
  await devtools.send('Performance.enable');
  for (let again = 0; again < 3; again += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** The value below which a share of all lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => quantile(values, 0.5);

export const print = (result) => process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
