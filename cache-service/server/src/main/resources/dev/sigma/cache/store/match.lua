-- How many of the keys from the first on have values. KEYS: index by expiry, sizes, prefix of values. ARGV: keys.
for i, key in ipairs(ARGV) do
  if redis.call('EXISTS', KEYS[3] .. key) == 0 then return i - 1 end
end
return #ARGV
