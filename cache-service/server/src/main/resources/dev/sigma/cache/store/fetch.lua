-- The value, which counts as used now. KEYS: index by expiry, sizes, prefix of values. ARGV: key, milliseconds unused.
local value = redis.call('GET', KEYS[3] .. ARGV[1])
if value then
  local time = redis.call('TIME')
  redis.call('PEXPIRE', KEYS[3] .. ARGV[1], ARGV[2])
  redis.call('ZADD', KEYS[1], 'XX', time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2] * 2)
  redis.call('PEXPIRE', KEYS[2], ARGV[2] * 2)
end
return value
