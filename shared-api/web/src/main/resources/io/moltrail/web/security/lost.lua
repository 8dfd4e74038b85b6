-- Keeps what a user has lost: one word about each thing, the newest. KEYS[1] the user; ARGV[1] what it is about, ARGV[2] the version
-- from which on it holds, ARGV[3] what is left, ARGV[4] ms for which it is kept.
local known = redis.call('HGET', KEYS[1], ARGV[1])
if not known or tonumber(string.match(known, '^%d+')) < tonumber(ARGV[2]) then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. '/' .. ARGV[3])
end
return redis.call('PEXPIRE', KEYS[1], ARGV[4])
