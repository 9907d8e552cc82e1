// The whole network of @atproto/dev-env and the PostgreSQL that its AppView asks for; see start-appview.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import http from 'node:http'
import net from 'node:net'
import { join } from 'node:path'

const dir = process.argv[2], began = Date.now()
const postgres = '/usr/lib/postgresql/' + readdirSync('/usr/lib/postgresql').sort((a, b) => b - a)[0] + '/bin/'
const root = process.getuid() === 0
const user = root ? { uid: 65534, gid: 65534 } : {} // PostgreSQL refuses to be root
const port = await new Promise((ok) => { const s = net.createServer().listen(0, () => { const { port } = s.address(); s.close(() => ok(port)) }) })

function run(name, args) {
  const done = spawnSync(postgres + name, args, { ...user, cwd: '/', encoding: 'utf8' })
  if (done.status !== 0) { console.error(`start-appview: ${name}: ${done.stderr || done.error}`); process.exit(1) }
}

const data = join(dir, 'postgres')
if (!existsSync(join(data, 'PG_VERSION'))) {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (root) chownSync(data, user.uid, user.gid)
  run('initdb', ['-D', data, '-U', 'pg', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'])
}
const log = openSync(join(dir, 'postgres.log'), 'a')
// ended by the kernel when this process ends, however it ends
const server = spawn('setpriv', ['--pdeathsig=INT', ...(root ? ['--reuid=65534', '--regid=65534', '--clear-groups'] : []),
  postgres + 'postgres', '-D', data, '-p', port, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=',
  '-c', 'fsync=off', '-c', 'max_connections=200'], { cwd: '/', stdio: ['ignore', log, log] })
const stop = async (code) => { await network?.close().catch(() => {}); server.kill('SIGINT'); process.exit(code) }
let network
process.on('SIGTERM', () => stop(0)).on('SIGINT', () => stop(0)).on('SIGHUP', () => stop(0))
if (process.env.EOF_ENDS === '1') process.stdin.resume().on('end', () => stop(0))
for (const until = Date.now() + 30_000; spawnSync(postgres + 'pg_isready', ['-q', '-h', '127.0.0.1', '-p', port]).status !== 0;) {
  if (Date.now() > until) { console.error('start-appview: PostgreSQL did not start, see ' + dir); await stop(1) }
  await new Promise((go) => setTimeout(go, 50))
}

Object.assign(process.env, { LOG_ENABLED: 'false', NODE_ENV: 'test', REDIS_HOST: '127.0.0.1:1',
  DB_POSTGRES_URL: `postgresql://pg@127.0.0.1:${port}/postgres`,
  DB_POSTGRES_SCHEMA: 'run_' + String(Date.now()).replace(/\d/g, (digit) => 'abcdefghij'[digit]) })
// its chatter must not stand where the one line of JSON is awaited
console.log = console.error
try {
  const { TestNetwork } = await import(createRequire(join(process.env.PARVI_APPVIEW, 'package.json')).resolve('@atproto/dev-env'))
  network = await TestNetwork.create({ pds: { enableDidDocWithSession: true } })
} catch (e) {
  console.error('start-appview:', e)
  await stop(1)
}
// GET answers when everything that was written so far is shown
const settling = http.createServer((asked, answer) => network.processAll(30_000)
  .then(() => answer.end('settled\n'), (e) => answer.writeHead(500).end(String(e))))
await new Promise((ok) => settling.listen(0, ok))
process.stdout.write(JSON.stringify({ plc: network.plc.url, pds: network.pds.url, appview: network.bsky.url,
  settle: `http://127.0.0.1:${settling.address().port}`, pid: process.pid, dir, ms: Date.now() - began }) + '\n')
