-- Bytes of all values that have not expired. KEYS: index by expiry, sizes, prefix of values.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now)) do
  local size = redis.call('HGET', KEYS[2], key)
  if size then
    redis.call('HINCRBY', KEYS[2], 'total', -size)
    redis.call('HDEL', KEYS[2], key)
  end
  redis.call('ZREM', KEYS[1], key)
end
return tonumber(redis.call('HGET', KEYS[2], 'total') or '0')
