-- Forgets a value. KEYS: index by expiry, sizes, prefix of values. ARGV: key.
local size = redis.call('HGET', KEYS[2], ARGV[1])
if size then
  redis.call('HINCRBY', KEYS[2], 'total', -size)
  redis.call('HDEL', KEYS[2], ARGV[1])
end
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('DEL', KEYS[3] .. ARGV[1])
