-- One request out of a bucket that refills evenly. KEYS[1] the bucket, ARGV[1] its capacity, ARGV[2] ms from empty to full,
-- ARGV[3] what to take: 1, or 0 to ask only whether there is one.
-- The clock is Redis' own, so that all nodes see one time; a clock set back adds nothing and takes nothing away.
local capacity, period = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(state[1]) or capacity
local elapsed = math.max(0, now - (tonumber(state[2]) or now))
tokens = math.min(capacity, tokens + elapsed * capacity / period)
local allowed, wait = 0, 0
if tokens >= 1 then
  tokens, allowed = tokens - tonumber(ARGV[3]), 1
else
  wait = math.ceil((1 - tokens) * period / capacity)
end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.9f', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], period)
return {allowed, math.floor(tokens), math.ceil((capacity - tokens) * period / capacity), wait}
