// The common measuring point of `bin/bench publish`: a network that takes posts and notes when they came.
// One process, loopback only, plain node:http (Node 18 or newer); PORT=n (default 18080, 0: a free one).
// Prints {"sink","pid"} when it listens.
//
//   POST /p/<key>?due=<epoch ms>  {"text":…}  -> 200 {"id":"…"}; arrival is when the body has been read whole
//   GET  /p/<key>                 -> 200 {"key","id","due","at","times","body"} as first stored, or 404
//   GET  /count                   -> {"n","unique"}, cheap enough to poll during a run
//   GET  /report                  -> {"n","unique","dups","early","p50","p95","p99","max","firstMs","drainMs","perSec"}
//   POST /reset[?delay=ms]        -> {}; forgets all, and from now on answers that much later
//
// Lateness is arrival minus due, in ms; a repeated key counts in n, in dups and in the percentiles, and gets
// a new id, as a network without idempotency would give. drainMs: last arrival minus the earliest due.
import http from 'node:http'

let posts, late, dups, first, last, dueMin, delay = 0
function reset() {
  posts = new Map(); late = []; dups = 0; first = 0; last = 0; dueMin = Infinity
}
reset()

function arrived(key, due, body) {
  const at = Date.now()
  const id = String(late.push(at - due))
  const known = posts.get(key)
  if (known) { known.times++; dups++ } else posts.set(key, { key, id, due, at, times: 1, body })
  first ||= at
  last = at
  if (due < dueMin) dueMin = due
  return id
}

function report() {
  const sorted = Float64Array.from(late).sort()
  const n = sorted.length, at = (share) => n ? sorted[Math.min(n - 1, Math.floor(share * n))] : null
  return { n, unique: posts.size, dups, early: late.reduce((sum, ms) => sum + (ms < 0), 0), p50: at(0.5), p95: at(0.95), p99: at(0.99),
    max: n ? sorted[n - 1] : null, firstMs: n ? first - dueMin : null, drainMs: n ? last - dueMin : null,
    perSec: n > 1 ? Math.round(n / Math.max(1, last - first) * 1000) : null }
}

// No URL object and no header map on the way of a post: this process must not be what is measured.
function answer(res, status, text) {
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  res.end(text)
}

function post(req, res, key, due) {
  let body = ''
  req.setEncoding('utf8')
  req.on('data', (part) => { body += part })
  req.on('end', () => {
    const text = `{"id":"${arrived(key, due, body)}"}`
    if (delay) setTimeout(answer, delay, res, 200, text)
    else answer(res, 200, text)
  })
}

const server = http.createServer((req, res) => {
  const [path, query = ''] = req.url.split('?')
  if (path.startsWith('/p/')) {
    const key = path.slice(3)
    if (req.method === 'POST') {
      const due = Number(/(?:^|&)due=(\d+)/.exec(query)?.[1] ?? NaN)
      if (Number.isNaN(due) || !key) { req.resume(); return answer(res, 400, '{"error":"POST /p/<key>?due=<epoch ms>"}') }
      return post(req, res, key, due)
    }
    const found = posts.get(key)
    return answer(res, found ? 200 : 404, found ? JSON.stringify(found) : '{"error":"not found"}')
  }
  req.resume()
  if (path === '/count') return answer(res, 200, `{"n":${late.length},"unique":${posts.size}}`)
  if (path === '/report') return answer(res, 200, JSON.stringify(report()) + '\n')
  if (path === '/reset' && req.method === 'POST') {
    reset()
    delay = Number(/(?:^|&)delay=(\d+)/.exec(query)?.[1] ?? 0)
    return answer(res, 200, '{}')
  }
  answer(res, 404, '{"error":"not found"}')
})
server.keepAliveTimeout = 65_000 // longer than the clients': else a connection may close under a request
server.listen(Number(process.env.PORT ?? 18080), '127.0.0.1', () =>
  console.log(JSON.stringify({ sink: `http://127.0.0.1:${server.address().port}`, pid: process.pid })))
