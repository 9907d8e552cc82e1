// Preloaded: each listen() in this process binds 127.0.0.1 only.
const net = require('node:net')
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...given) {
  const [first] = given
  if (first && typeof first === 'object') {
    if (!first.path && first.port !== undefined) given[0] = { ...first, host: '127.0.0.1' }
    return listen.apply(this, given)
  }
  if (first !== undefined && typeof first !== 'number' && !/^\d+$/.test(String(first))) return listen.apply(this, given)
  return listen.call(this, { port: Number(first ?? 0), host: '127.0.0.1' }, given.find((one) => typeof one === 'function'))
}
