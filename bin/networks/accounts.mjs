// accounts.mjs PDS N PREFIX: makes accounts PREFIX1.test … PREFIXn.test, each with an app password,
// and prints one JSON line each: {"handle","did","password","appPassword"}. Node 18 or newer.
//
//   BYPASS=…     the "bypass" of start's JSON line: lets this through when the network runs with RATE=1
//                (else 100 createAccount in 5 minutes are the limit; with limits off there is none)
//   PARALLEL=4   more does not help: the PDS hashes two passwords per account
//
// An account that exists already (a repeated run) is signed in to and gets a further app password.
import { pathToFileURL } from 'node:url'

export function xrpc(pds, extra = {}) {
  return async (id, { body, token, query, post = !!body } = {}) => {
    const response = await fetch(`${pds}/xrpc/${id}${query ? '?' + new URLSearchParams(query) : ''}`, {
      method: post ? 'POST' : 'GET',
      headers: { ...extra, ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
      body: body && JSON.stringify(body),
    })
    const answer = await response.json().catch(() => ({}))
    if (!response.ok) throw Object.assign(new Error(`${id}: ${response.status} ${JSON.stringify(answer)}`),
      { status: response.status, answer, headers: response.headers })
    return answer
  }
}

export async function makeAccount(call, name) {
  const handle = `${name}.test`, password = `${name}-password`
  const session = await call('com.atproto.server.createAccount', { body: { handle, password, email: `${name}@example.org` } })
    .catch((e) => {
      if (!/already taken|not available/i.test(e.message)) throw e
      return call('com.atproto.server.createSession', { body: { identifier: handle, password } })
    })
  const app = await call('com.atproto.server.createAppPassword',
    { token: session.accessJwt, body: { name: `parvi ${Date.now().toString(36)}` } }) // a name is taken once only
  return { handle, did: session.did, password, appPassword: app.password }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [pds, count, prefix] = process.argv.slice(2)
  if (!prefix) { console.error('usage: accounts.mjs PDS N PREFIX'); process.exit(2) }
  const call = xrpc(pds, process.env.BYPASS ? { 'x-ratelimit-bypass': process.env.BYPASS } : {})
  const width = Number(process.env.PARALLEL ?? 4)
  for (let from = 1; from <= Number(count); from += width) { // in order, so that the output is too
    const names = Array.from({ length: Math.min(width, count - from + 1) }, (_, k) => `${prefix}${from + k}`)
    for (const account of await Promise.all(names.map((name) => makeAccount(call, name)))) console.log(JSON.stringify(account))
  }
}
