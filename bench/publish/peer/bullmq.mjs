// The rival's side of `bin/bench publish`: BullMQ as its documentation has it.
//   node bullmq.mjs add    puts N delayed jobs, all due LEAD ms from now; prints {"added","addMs","due"}
//   node bullmq.mjs work   publishes what is due, CONC at a time, each a POST to the sink; prints {"ready":true}
// env: REDIS_PORT, SINK=http://127.0.0.1:18080, N=10000, LEAD=10000 (ms), CONC=50
import http from 'node:http'
import { Queue, Worker } from 'bullmq'

const N = Number(process.env.N ?? 10_000), LEAD = Number(process.env.LEAD ?? 10_000), CONC = Number(process.env.CONC ?? 50)
const sink = new URL(process.env.SINK ?? 'http://127.0.0.1:18080')
const connection = { host: '127.0.0.1', port: Number(process.env.REDIS_PORT), maxRetriesPerRequest: null }
const agent = new http.Agent({ keepAlive: true, maxSockets: CONC }) // a connection for every job in flight

const publish = ({ key, due, text }) => new Promise((ok, no) => {
  const body = JSON.stringify({ text })
  const req = http.request({ agent, host: sink.hostname, port: sink.port, method: 'POST', path: `/p/${key}?due=${due}`, timeout: 30_000,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (res) => {
    let text = ''
    res.setEncoding('utf8').on('data', (part) => { text += part }).on('error', no)
    res.on('end', () => res.statusCode === 200 ? ok(JSON.parse(text).id) : no(new Error(`sink: ${res.statusCode}`)))
  })
  req.on('error', no).on('timeout', () => req.destroy(new Error('sink: no answer'))).end(body)
})

if (process.argv[2] === 'add') {
  const queue = new Queue('publish', { connection })
  const began = Date.now(), due = began + LEAD
  const job = (i) => ({ name: 'post', data: { key: `job-${i}`, due, text: `Post ${i}: the shop is open again` },
    opts: { delay: due - Date.now(), attempts: 3, backoff: { type: 'exponential', delay: 1000 }, removeOnComplete: true } })
  for (let from = 0; from < N; from += 500)
    await queue.addBulk(Array.from({ length: Math.min(500, N - from) }, (_, k) => job(from + k)))
  console.log(JSON.stringify({ added: N, addMs: Date.now() - began, due }))
  await queue.close()
} else if (process.argv[2] === 'work') {
  const worker = new Worker('publish', (job) => publish(job.data), { connection, concurrency: CONC })
  worker.on('error', (e) => console.error(`worker: ${e.message}`))
  worker.on('failed', (job, e) => console.error(`job ${job?.data.key}: ${e.message}`))
  await worker.waitUntilReady()
  console.log('{"ready":true}')
  process.on('SIGTERM', () => worker.close().then(() => process.exit(0)))
} else {
  console.error('usage: bullmq.mjs add|work')
  process.exit(2)
}
