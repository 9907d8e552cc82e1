-- The codes are made as the bench's table makes them: eight digits and the sign that follows from them.
local signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
local ffi = require("ffi")
local links = tonumber(os.getenv("LINKS") or "10000")
local function code(n)
  local first, sum = string.format("%08d", n), ffi.new("int32_t", 0)
  for i = 1, 8 do sum = ffi.cast("int32_t", ffi.cast("int64_t", sum) * 37 + string.byte(first, i)) end
  local at = tonumber(sum) % 62
  return first .. string.sub(signs, at + 1, at + 1)
end
local agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
local made, n = {}, 0
init = function()
  for i = 0, 9999 do
    made[i] = wrk.format("GET", "/l/" .. code(i % links), { ["User-Agent"] = agent, ["X-Forwarded-For"] = "198.51." .. (math.floor(i / 250) % 250) .. "." .. (i % 250) })
  end
end
request = function() n = n + 1; return made[(n * 7919) % 10000] end
done = function(s, l, r)
  io.write(string.format("%8.0f/s  p50 %.1f  p95 %.1f  p99 %.1f ms  %d answered, %d otherwise\n", s.requests / (s.duration / 1e6), l:percentile(50) / 1000, l:percentile(95) / 1000,
    l:percentile(99) / 1000, s.requests, s.errors.status + s.errors.connect + s.errors.read + s.errors.timeout))
end
