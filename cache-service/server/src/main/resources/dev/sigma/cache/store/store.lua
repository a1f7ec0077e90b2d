-- Keeps a value, and makes room for it: what has expired goes first, then what is longest unused.
-- KEYS: index by expiry, sizes, prefix of values. ARGV: key, milliseconds unused, value, bytes at most.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function drop(key)
  local size = redis.call('HGET', KEYS[2], key)
  if size then
    redis.call('HINCRBY', KEYS[2], 'total', -size)
    redis.call('HDEL', KEYS[2], key)
  end
  redis.call('ZREM', KEYS[1], key)
  redis.call('DEL', KEYS[3] .. key)
end
drop(ARGV[1])
for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now)) do drop(key) end
local room = tonumber(ARGV[4]) - #ARGV[3]
while tonumber(redis.call('HGET', KEYS[2], 'total') or '0') > room do
  local oldest = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
  if not oldest then return 0 end
  drop(oldest)
end
redis.call('SET', KEYS[3] .. ARGV[1], ARGV[3], 'PX', ARGV[2])
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], #ARGV[3])
redis.call('HINCRBY', KEYS[2], 'total', #ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2] * 2)
redis.call('PEXPIRE', KEYS[2], ARGV[2] * 2)
return 1
