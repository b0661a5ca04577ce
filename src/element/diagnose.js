// A self-test in plain words for who runs the page, where the widget would stand: asked for by
// the attribute `diagnose` or by `?ee-diagnose` in the address. Loaded only then.

/**
 * Prints what was found, each line with a sign that says whether it is as it should be. `loader` is
 * what the loader knows: its version, the folder, the files that it would fetch, and how to start.
 */
export async function diagnose(element, mount, loader) {
  const refused = [];
  const listen = (event) => refused.push(event);
  document.addEventListener('securitypolicyviolation', listen);
  const lines = [...scripts(element, loader), await compiling(loader)];
  for (const [url, type] of loader.files) lines.push(await payload(url, type));
  lines.push(await data(element, loader), prefixes(element));
  // Violations are reported a moment after the refusal.
  await new Promise((done) => setTimeout(done, 100));
  document.removeEventListener('securitypolicyviolation', listen);
  lines.push(...policy(refused, loader.base));
  print(element, mount, lines);
}

const good = (text) => ({ ok: true, text });
const bad = (text, todo) => ({ ok: false, text, todo });

function scripts({ localName }, { base, version }) {
  const found = [...document.querySelectorAll('script[src]')].filter((script) =>
    new RegExp(`/${localName}\\.js([?#]|$)`).test(script.src));
  const times = found.length === 0 ? 'in a bundle' : found.length === 1 ? 'once' : `${found.length} times`;
  return [
    good(`The script is there (version ${version}), included ${times}${
      found.length > 1 ? '; that does no harm' : ''}.`),
    good(`The other files are looked for in ${base}`),
  ];
}

async function compiling({ mayCompile }) {
  if (typeof WebAssembly !== 'object') {
    return bad('This browser has no WebAssembly; its readers see what stands inside the tag.',
      'Put fallback.html inside the tag.');
  }
  return (await mayCompile())
    ? good('The page may compile WebAssembly.')
    : bad('The page may not compile WebAssembly.',
      "Add 'wasm-unsafe-eval' to script-src of the content security policy.");
}

async function payload(url, type) {
  try {
    const response = await fetch(url);
    const bytes = (await response.arrayBuffer()).byteLength;
    const found = (response.headers.get('content-type') ?? 'no type').split(';')[0];
    const name = url.pathname.split('/').pop();
    if (!response.ok) return bad(`${name} was answered with ${response.status}.`, `Copy it to ${url}.`);
    const text = `${name}: ${bytes} bytes, ${travelled(url, response)}, type ${found}`;
    if (found !== type) {
      return bad(`${text}.`, `Serve it as ${type}; otherwise it starts late or not at all.`);
    }
    return good(`${text}.`);
  } catch (error) {
    return bad(`${url} could not be fetched: ${error.message}`,
      'See the lines about the policy below; another origin must send Access-Control-Allow-Origin.');
  }
}

/** How it travelled, as far as the browser tells. */
function travelled(url, response) {
  const coding = response.headers.get('content-encoding');
  const [entry] = performance.getEntriesByName(url.href).slice(-1);
  if (coding) return `compressed with ${coding}`;
  if (entry?.encodedBodySize && entry.encodedBodySize < entry.decodedBodySize) {
    return `compressed to ${entry.encodedBodySize} bytes`;
  }
  return entry?.encodedBodySize ? 'not compressed; let the server compress it' : 'compression unknown';
}

async function data(element, { base, start }) {
  const src = element.getAttribute('src');
  const name = src ? `The set ${src}` : 'The set that comes with the widget';
  try {
    const { Packed } = await start(base);
    const packed = src
      ? await opened(Packed, await fetch(new URL(src, document.baseURI)))
      : Packed.embedded();
    const { title, dataDate, evaluations, statements } = packed.about();
    packed.free();
    return good(`${name} is “${title}” of ${dataDate}: ${evaluations} evaluations, ${statements} statements.`);
  } catch (error) {
    // The policy has a line of its own above.
    const hint = error.code === 'policy' ? undefined : error.hint;
    return bad(`${name} could not be opened: ${error.message}`, hint ?? 'See the lines above.');
  }
}

async function opened(Packed, response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new Promise((...told) => Packed.open(bytes, ...told));
}

/** Two explorers that write the same keys into one address. */
function prefixes(element) {
  const prefix = (other) => other.getAttribute('url-prefix') ?? 'ee-';
  const own = prefix(element);
  const others = [...document.querySelectorAll(element.localName)].filter((other) =>
    other !== element && other.getAttribute('url') !== 'off');
  const clash = others.find((other) => own.startsWith(prefix(other)) || prefix(other).startsWith(own));
  return clash
    ? bad(`Another explorer on this page writes links beginning with “${prefix(clash)}” too.`,
      'Give one of them a url-prefix of its own, or url="off".')
    : good(`Links of this explorer begin with “${own}”; no other explorer of the page uses that.`);
}

function policy(refused, base) {
  if (refused.length === 0) return [good('No policy of the page stood in the way.')];
  const lines = refused.map(({ effectiveDirective, blockedURI }) => {
    const directive = effectiveDirective.replace(/-elem$/, '');
    const allowed = blockedURI === 'wasm-eval' ? "'wasm-unsafe-eval'" : sourceOf(blockedURI, base);
    return `${directive} … ${allowed}`;
  });
  return [...new Set(lines)].map((line) =>
    bad('The content security policy of the page stands in the way.', `Add to it: ${line}`));
}

function sourceOf(blocked, base) {
  const { origin } = URL.canParse(blocked) ? new URL(blocked) : base;
  return origin === location.origin ? "'self'" : origin;
}

function print({ localName }, mount, lines) {
  const list = document.createElement('ol');
  list.className = 'diagnosis';
  list.setAttribute('aria-label', `${localName}: self-test`);
  for (const { ok, text, todo } of lines) {
    const item = document.createElement('li');
    item.className = ok ? 'good' : 'bad';
    const say = (tag, words) =>
      item.append(Object.assign(document.createElement(tag), { textContent: words }));
    say('span', `${ok ? '✓' : '✗'} ${text}`);
    if (todo) say('strong', todo);
    list.append(item);
  }
  mount.replaceChildren(list);
}
