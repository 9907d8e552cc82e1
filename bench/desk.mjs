// A desk for benchmarks, in a process and a home folder of its own; it's told things by lines, see ToldDesk.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export async function startDesk(children, folder, sink, more = []) {
  const began = Date.now(), { env } = process
  const child = spawn(join(env.JAVA_HOME, 'bin/java'), [`-Xmx${env.HEAP ?? '512m'}`, '-XX:+UseSerialGC', ...(env.JVM ? env.JVM.split(' ') : []),
    '-cp', env.PARVI_BENCH_CLASSPATH, `-Dbench.sink=${sink}`, 'dev.parvi.bench.BenchDesk', `--parvi.home=${folder}/home`, '--server.port=0',
    '--parvi.allow-private=true', '--logging.level.root=WARN', ...more], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const waiting = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('@@ ')) waiting.shift()?.(line.slice(3))
    else if (env.VERBOSE) console.error(line)
  })
  const ended = new Promise((_, no) => child.once('exit', () => no(new Error('the desk ended'))))
  ended.catch(() => {})
  const next = () => Promise.race([new Promise((ok) => waiting.push(ok)), ended])
  const [, port] = (await next()).split(' ')
  return { child, port, readyMs: Date.now() - began, ask: (line) => { const answer = next(); child.stdin.write(line + '\n'); return answer } }
}
