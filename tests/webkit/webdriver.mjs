// A small client of the W3C WebDriver protocol, as much of it as these tests need.
import { spawn } from 'node:child_process';
import { readdirSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 30_000;

/** Asks again until the answer is truthy, and says what it waited for when it never is. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(100);
  }
}

/** Keys that have no letter, as the protocol writes them. */
export const KEYS = { escape: '\uE00C', enter: '\uE007' };

/** A WebKitGTK window, driven by its own driver. */
export class Browser {
  #driver;
  #session;

  static async start() {
    const browser = new Browser();
    const port = await freePort();
    // The sandbox of WebKitGTK cannot be set up by root, as whom tests often run in containers.
    const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
    const server = `http://127.0.0.1:${port}`;
    browser.#driver = spawn(process.env.EE_WEBKIT_DRIVER, [`--port=${port}`], { env });
    await until('the driver answers', () => fetch(`${server}/status`).then((r) => r.ok, () => false));
    const { sessionId } = await send('POST', `${server}/session`, {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      },
    });
    browser.#session = `${server}/session/${sessionId}`;
    return browser;
  }

  async stop() {
    await send('DELETE', this.#session);
    this.#driver.kill();
  }

  open(address) {
    return send('POST', `${this.#session}/url`, { url: new URL(address, process.env.EE_ADDRESS).href });
  }

  address() {
    return send('GET', `${this.#session}/url`);
  }

  back() {
    return send('POST', `${this.#session}/back`, {});
  }

  forward() {
    return send('POST', `${this.#session}/forward`, {});
  }

  /** The size of the window, with what the browser itself shows around the page. */
  resize(width, height) {
    return send('POST', `${this.#session}/window/rect`, { width, height });
  }

  /** Types into an element, as a keyboard would. */
  type(element, text) {
    return send('POST', `${this.#session}/element/${element[ELEMENT]}/value`, { text });
  }

  /**
   * Clicks an element that `run` gave, as a finger would: WebKit skips on the way back what a page
   * entered into its history without anybody having touched it.
   */
  press(element) {
    return send('POST', `${this.#session}/element/${element[ELEMENT]}/click`, {});
  }

  /** Runs a function in the page; its arguments and its result travel as JSON. */
  run(work, ...args) {
    const script = `return (${work})(...arguments)`;
    return send('POST', `${this.#session}/execute/sync`, { script, args });
  }
}

/** The key under which the protocol hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

async function send(method, address, body) {
  const response = await fetch(address, {
    method,
    body: body && JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${address}: ${value.error}: ${value.message}`);
  return value;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Debian keeps the browser out of PATH, in a folder named by architecture and version. */
function miniBrowser() {
  const found = readdirSync('/usr/lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-gnu'))
    .flatMap((entry) => ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map(
      (version) => `/usr/lib/${entry.name}/${version}/MiniBrowser`))
    .find((path) => existsSync(path));
  if (!found) throw new Error('MiniBrowser not found; install: apt-get install webkit2gtk-driver');
  return found;
}
