// cutting-proxy.mjs TARGET [PORT]: an HTTP proxy on loopback in front of a PDS (or any HTTP server) that
// misbehaves on demand. Prints {"proxy","target","pid"} when it listens. Node 18 or newer.
//
//   POST /__control {"mode":"cut","match":"putRecord","share":0.2}   one rule or an array; replaces all; [] clears
//   GET  /__report                                                   counts by XRPC method since start
//   POST /__reset                                                    counts back to zero
//
// mode: cut      sends the request on in full, waits for the whole answer, then cuts the client's connection:
//                the record is published and the client cannot know
//       drop     cuts without sending it on: for the client the same as cut, but nothing is published
//       error    sends it on, answers 500                (published, told otherwise)
//       garbage  sends it on, answers 200 with HTML      (a captive portal, a wrongly set up gateway)
//       limit    answers 429 with RateLimit-* and Retry-After, does not send it on; "retryAfter": seconds
//       slow     sends it on, answers after "delayMs" (default 5000): for timeouts
// match: part of the request's path, e.g. "putRecord"; without it every request
// share: probability 0…1 (default 1); skip: let that many matching pass first; count: then hit at most so many
//
// RULES='[…]' sets rules at the start, SEED=n makes the shares repeatable. An account's DID document names the
// PDS itself: a client that follows it goes round this proxy, unless the PDS was started with PUBLIC=<this proxy>.
import http from 'node:http'

if (!process.argv[2]) { console.error('usage: cutting-proxy.mjs TARGET [PORT]'); process.exit(2) }
const target = new URL(process.argv[2])
const modes = ['cut', 'drop', 'error', 'garbage', 'limit', 'slow']
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
let rules = [], report = {}, seed = Number(process.env.SEED ?? 1)

function random() { // mulberry32: small, and the same row of numbers for the same seed
  let t = seed = (seed + 0x6d2b79f5) | 0
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

function setRules(given) {
  const next = [].concat(given).map((r) => ({ share: 1, skip: 0, count: Infinity, match: '', ...r }))
  for (const r of next) if (!modes.includes(r.mode)) throw new Error(`mode is one of ${modes.join(', ')}`)
  rules = next
}

function ruleFor(path) {
  for (const r of rules) {
    if (!path.includes(r.match) || r.count <= 0) continue
    if (r.skip > 0) { r.skip--; continue }
    if (r.share < 1 && random() >= r.share) continue
    r.count--
    return r
  }
}

const readAll = async (stream) => { const parts = []; for await (const p of stream) parts.push(p); return Buffer.concat(parts) }
const json = (res, status, value) => res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value) + '\n')

function forward(req, body) {
  return new Promise((ok, no) => {
    const headers = { ...req.headers, 'content-length': body.length }
    delete headers['transfer-encoding']
    if (!body.length && (req.method === 'GET' || req.method === 'HEAD')) delete headers['content-length']
    const out = http.request({ agent, host: target.hostname, port: target.port, method: req.method, path: req.url, headers },
      (answer) => readAll(answer).then((bytes) => ok({ answer, bytes }), no))
    out.on('error', no).end(body)
  })
}

async function handle(req, res) {
  const path = req.url.split('?')[0], body = await readAll(req)
  if (path === '/__control') {
    try { setRules(JSON.parse(body)) } catch (e) { return json(res, 400, { error: e.message }) }
    return json(res, 200, rules)
  }
  if (path === '/__report') return json(res, 200, { rules, methods: report })
  if (path === '/__reset') { report = {}; return json(res, 200, {}) }

  // of the misbehaviours, "published" counts those after which the target had answered 2xx
  const seen = report[path.split('/').pop()] ??= { requests: 0, forwarded: 0, ok: 0, published: 0 }
  const rule = ruleFor(path)
  seen.requests++
  if (rule) seen[rule.mode] = (seen[rule.mode] ?? 0) + 1
  if (rule?.mode === 'drop') return res.destroy()
  if (rule?.mode === 'limit') {
    const seconds = rule.retryAfter ?? 2
    res.setHeader('RateLimit-Limit', '100').setHeader('RateLimit-Remaining', '0').setHeader('RateLimit-Policy', '100;w=300')
    res.setHeader('RateLimit-Reset', Math.ceil(Date.now() / 1000) + seconds).setHeader('Retry-After', seconds)
    return json(res, 429, { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' })
  }
  let got
  try { got = await forward(req, body) } catch (e) { // the target is down: the client sees just what it would see without a proxy
    seen.unreachable = (seen.unreachable ?? 0) + 1
    return res.destroy()
  }
  const good = got.answer.statusCode < 300
  seen.forwarded++
  if (good) seen.ok++
  if (good && rule && rule.mode !== 'slow') seen.published++
  if (rule?.mode === 'cut') return res.destroy()
  if (rule?.mode === 'error') return json(res, 500, { error: 'InternalServerError', message: 'Internal Server Error' })
  if (rule?.mode === 'garbage') return res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title><h1>It works!')
  if (rule?.mode === 'slow') await new Promise((go) => setTimeout(go, rule.delayMs ?? 5000))
  const headers = { ...got.answer.headers, 'content-length': got.bytes.length }
  for (const hop of ['transfer-encoding', 'connection', 'keep-alive']) delete headers[hop]
  res.writeHead(got.answer.statusCode, headers).end(got.bytes)
}

setRules(JSON.parse(process.env.RULES ?? '[]'))
const server = http.createServer((req, res) => handle(req, res).catch(() => res.destroy()))
server.keepAliveTimeout = 60_000
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () =>
  console.log(JSON.stringify({ proxy: `http://127.0.0.1:${server.address().port}`, target: target.origin, pid: process.pid })))
