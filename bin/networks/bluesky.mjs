// A real Bluesky network on loopback: a PDS and the PLC directory it registers its accounts with.
//
//   start DIR          (the script beside this one; it runs this file with Node 22)
//
// prints {"plc","pds","publicUrl","plcPid","pdsPid","pid","dir","rate","adminPassword","bypass","ms"}.
// Ports, keys, JWT secret, accounts, repositories and directory live in DIR, so `kill -9 pdsPid` and
// another `start DIR` keeps accounts, posts and sessions. The second `start` finds the directory
// answering and starts the PDS only; each `start` ends what it started itself, and ends when that has.
//
//   PORT=n       PLC on n, PDS on n+1 (first start of a DIR only; otherwise two free ports)
//   RATE=1       the PDS's real rate limits (429). Off by default.
//   PUBLIC=url   what the PDS calls itself in DID documents and OAuth, e.g. a proxy in front of it
//   EOF_ENDS=1   also end when standard input ends: for a parent that may be killed itself
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [dirArgument, role] = process.argv.slice(2)
const dir = resolve(dirArgument)
const file = (name) => join(dir, name)
const settings = () => JSON.parse(readFileSync(file('network.json'), 'utf8'))
// the packages live in the tools folder, not beside this file
const load = (name) => import(createRequire(join(process.env.PARVI_BLUESKY, 'package.json')).resolve(name))
// both servers listen(port) without an address, which would be every interface
const onLoopback = (app) => { const listen = app.listen; app.listen = (port) => listen.call(app, port, '127.0.0.1') }

async function plc({ plcPort }) {
  const { Database, PlcServer } = await load('@did-plc/server')
  const db = Database.mock() // in memory; the operations are journalled here and replayed, checked again
  const add = db.validateAndAddOp.bind(db)
  if (existsSync(file('plc.jsonl')))
    for (const line of readFileSync(file('plc.jsonl'), 'utf8').split('\n').slice(0, -1)) await add(...JSON.parse(line))
  db.validateAndAddOp = async (did, operation) => {
    await add(did, operation)
    appendFileSync(file('plc.jsonl'), JSON.stringify([did, operation]) + '\n')
  }
  const server = PlcServer.create({ db, port: plcPort })
  onLoopback(server.app)
  await server.start()
}

async function pds(s) {
  const { PDS, envToCfg, envToSecrets } = await load('@atproto/pds')
  const env = {
    port: s.pdsPort, hostname: 'localhost', devMode: true, serviceName: 'Trial PDS', // devMode: http is allowed
    dataDirectory: file('pds'), blobstoreDiskLocation: file('blobs'), blobstoreDiskTmpLocation: file('blobs-tmp'),
    didPlcUrl: `http://127.0.0.1:${s.plcPort}`, serviceHandleDomains: ['.test'], enableDidDocWithSession: true,
    inviteRequired: false, rateLimitsEnabled: process.env.RATE === '1', rateLimitBypassKey: s.bypass,
    jwtSecret: s.jwtSecret, dpopSecret: s.dpopSecret, adminPassword: s.adminPassword,
    plcRotationKeyK256PrivateKeyHex: s.plcRotationKey, disableSsrfProtection: true,
  }
  const config = envToCfg(env)
  config.service.publicUrl = config.oauth.issuer = s.publicUrl
  const server = await PDS.create(config, envToSecrets(env))
  onLoopback(server.app)
  await server.start()
}

const answers = (url) => fetch(url, { signal: AbortSignal.timeout(2000) }).then((r) => r.ok, () => false)
const freePort = (wanted) => new Promise((ok) => {
  const s = net.createServer().once('error', (e) => { console.error(`start: ${e.message}`); process.exit(1) }).listen(wanted, '127.0.0.1', () => { const { port } = s.address(); s.close(() => ok(port)) })
})

async function supervise() {
  const began = Date.now()
  for (const name of ['', 'pds', 'blobs', 'blobs-tmp']) mkdirSync(file(name), { recursive: true, mode: 0o700 })
  if (!existsSync(file('network.json'))) {
    const secret = () => randomBytes(32).toString('hex')
    const base = Number(process.env.PORT ?? 0)
    const [plcPort, pdsPort] = await Promise.all([freePort(base), freePort(base && base + 1)])
    const fresh = { plcPort, pdsPort, publicUrl: process.env.PUBLIC ?? `http://localhost:${pdsPort}`,
      plcRotationKey: secret(), jwtSecret: secret(), dpopSecret: secret(), adminPassword: secret(), bypass: secret() }
    writeFileSync(file('network.json.new'), JSON.stringify(fresh, null, 2) + '\n', { mode: 0o600 })
    renameSync(file('network.json.new'), file('network.json')) // whole or not there, also after a kill
  }
  const s = settings()
  const urls = { plc: `http://127.0.0.1:${s.plcPort}`, pds: `http://127.0.0.1:${s.pdsPort}` }
  const health = { plc: `${urls.plc}/_health`, pds: `${urls.pds}/xrpc/_health` }
  const running = new Map()
  const stop = () => { for (const child of running.values()) child.kill('SIGTERM') }
  const fail = (why) => { console.error(`start: ${why}`); process.exitCode = 1; stop() }
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, stop)
  if (process.env.EOF_ENDS === '1') process.stdin.resume().on('end', stop)

  for (const part of ['plc', 'pds']) {
    if (await answers(health[part])) continue
    const log = openSync(file(`${part}.log`), 'a')
    // its standard input is a pipe from here: it ends when this process does, even by kill -9
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), dir, part],
      { stdio: ['pipe', log, log], env: { LOG_ENABLED: 'false', NODE_ENV: 'test', ...process.env } })
    running.set(part, child)
    child.on('exit', (code, signal) => {
      console.error(`start: ${part} ended (${signal ?? code})`)
      running.delete(part)
      if (!running.size) process.stdin.destroy() // an open standard input would keep this process
    })
    writeFileSync(file(`${part}.run`), JSON.stringify({ pid: child.pid, rate: process.env.RATE === '1' }))
    for (const until = Date.now() + 90_000; !(await answers(health[part]));) {
      if (!running.has(part) || Date.now() > until) return fail(`${part} did not start, see ${file(part + '.log')}`)
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  const [plcRun, pdsRun] = ['plc.run', 'pds.run'].map((name) => JSON.parse(readFileSync(file(name), 'utf8')))
  console.log(JSON.stringify({ ...urls, publicUrl: s.publicUrl, plcPid: plcRun.pid, pdsPid: pdsRun.pid, pid: process.pid, dir,
    rate: pdsRun.rate, adminPassword: s.adminPassword, bypass: s.bypass, ms: Date.now() - began }))
  if (!running.size) process.stdin.destroy() // all was running already: nothing to wait for
}

if (role) process.stdin.resume().on('end', () => process.exit(0))
await (role === 'plc' ? plc(settings()) : role === 'pds' ? pds(settings()) : supervise())
