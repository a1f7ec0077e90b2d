-- Forgets some values of a tenant, and its accounts with the last; returns how many.
-- KEYS: index by expiry, sizes, prefix of values. ARGV: values at most.
local keys = redis.call('ZRANGE', KEYS[1], 0, ARGV[1] - 1)
for _, key in ipairs(keys) do
  redis.call('DEL', KEYS[3] .. key)
  redis.call('ZREM', KEYS[1], key)
  local size = redis.call('HGET', KEYS[2], key)
  if size then
    redis.call('HINCRBY', KEYS[2], 'total', -size)
    redis.call('HDEL', KEYS[2], key)
  end
end
if #keys < tonumber(ARGV[1]) then redis.call('DEL', KEYS[1], KEYS[2]) end
return #keys
