// A desk for benchmarks, in a process and a home folder of its own; it's told things by lines, see ToldDesk.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const run = join(import.meta.dirname, '../target/run')

/** Whether ./parvi has built and trained a desk here: it's then started as ./parvi starts it, unless PACKED=off. */
export const packed = process.env.PACKED !== 'off' && existsSync(join(run, 'parvi.aot'))

/** The bench's own classes in a jar, as what is added to a class path with a cache must be one. */
function hook(folder) {
  const jar = join(folder, 'bench.jar'), classes = join(folder, 'bench')
  if (existsSync(jar)) return jar
  const from = process.env.PARVI_BENCH_CLASSPATH.split(':')[0]
  for (const part of ['bench', 'support']) cpSync(join(from, 'dev/parvi', part), join(classes, 'dev/parvi', part), { recursive: true })
  mkdirSync(join(classes, 'META-INF'), { recursive: true })
  writeFileSync(join(classes, 'META-INF/spring.factories'), 'org.springframework.context.ApplicationContextInitializer=dev.parvi.bench.BenchHook\n')
  execFileSync(join(process.env.JAVA_HOME, 'bin/jar'), ['--create', '--file', jar, '-C', classes, '.'])
  return jar
}

function command(folder, sink) {
  const { env } = process, heap = [`-Xmx${env.HEAP ?? '512m'}`, '-XX:+UseSerialGC', ...(env.JVM ? env.JVM.split(' ') : []), `-Dbench.sink=${sink}`]
  if (!packed) return [...heap, '-cp', env.PARVI_BENCH_CLASSPATH, 'dev.parvi.bench.BenchDesk']
  // The flags of ./parvi.
  return [...heap, '-XX:TrimNativeHeapInterval=10000', '-Xms96m', '-XX:NewSize=32m', '-XX:MetaspaceSize=192m', '--sun-misc-unsafe-memory-access=allow', '--enable-native-access=ALL-UNNAMED', '-Dspring.aot.enabled=true',
    `-XX:AOTCache=${join(run, 'parvi.aot')}`, '-Xlog:aot=off', '-Xlog:cds=off', '-cp', `${join(run, 'parvi.jar')}:${hook(folder)}`, 'dev.parvi.Parvi']
}

export async function startDesk(children, folder, sink, more = []) {
  const { env } = process, args = command(folder, sink), began = Date.now()
  const child = spawn(join(env.JAVA_HOME, 'bin/java'), [...args, `--parvi.home=${folder}/home`, '--server.port=0',
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
