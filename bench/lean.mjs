// Asks for one page over and over on kept connections, with as little work of its own as can be: client and server share the cores.
import { connect } from 'node:net'
import { readFileSync, readdirSync } from 'node:fs'

const END = Buffer.from('\r\n\r\n')

function connection(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let parts = [], read = 0, whole = -1, status = 0, last = false, done, failed
  socket.on('data', (part) => {
    parts.push(part)
    read += part.length
    if (whole < 0) {
      const seen = parts.length === 1 ? part : Buffer.concat(parts), end = seen.indexOf(END)
      if (end < 0) return
      const head = seen.latin1Slice(0, end)
      status = Number(head.slice(9, 12))
      const length = /\r\ncontent-length: (\d+)/i.exec(head)
      if (!length) return failed(new Error(`without its length: ${head}`))
      whole = end + 4 + Number(length[1])
      last = /\r\nconnection: close/i.test(head)
    }
    if (read >= whole) done({ status, last })
  })
  socket.on('error', (e) => failed?.(e)).on('close', () => failed?.(new Error('the server hung up')))
  return {
    ask: (request) => new Promise((ok, no) => { parts = []; read = 0; whole = -1; done = ok; failed = no; socket.write(request) }),
    end: () => { failed = undefined; socket.destroy() },
  }
}

/** How long each of so many requests took in ms, sorted; from so many connections, each asking again when it's answered. */
export async function load(port, path, headers, count, connections) {
  const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${Object.entries(headers).map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n`
  const times = []
  let left = count
  await Promise.all(Array.from({ length: connections }, async () => {
    let one = connection(port)
    while (left-- > 0) {
      const began = performance.now()
      const { status, last } = await one.ask(request)
      if (status !== 200) throw new Error(`${path}: ${status}`)
      times.push(performance.now() - began)
      // a server ends a connection after some requests
      if (last) { one.end(); one = connection(port) }
    }
    one.end()
  }))
  return times.sort((a, b) => a - b)
}

const stat = (pid) => readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ')
/** Processor time in ms that a process has used, and that its children have, those that ended included. Linux only. */
export function cpu(pid) {
  const spent = (fields, from) => 10 * (Number(fields[from]) + Number(fields[from + 1]))
  const below = (parent) => readdirSync('/proc').filter((each) => /^\d+$/.test(each)).reduce((sum, each) => {
    try {
      const fields = stat(each)
      return fields[1] === String(parent) ? sum + spent(fields, 11) + spent(fields, 13) + below(each) : sum
    } catch { return sum }
  }, 0)
  return { own: spent(stat(pid), 11), children: below(pid) }
}
