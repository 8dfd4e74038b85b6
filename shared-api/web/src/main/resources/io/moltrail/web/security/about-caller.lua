-- What is known about a caller. KEYS[1] the session, KEYS[2] the mark that all ended ones are known, KEYS[3] what the user has lost.
-- Answers whether the first and the second stand (1 or 0), and then each field of the third and its value.
local answer = {tostring(redis.call('EXISTS', KEYS[1])), tostring(redis.call('EXISTS', KEYS[2]))}
for _, text in ipairs(redis.call('HGETALL', KEYS[3])) do
  answer[#answer + 1] = text
end
return answer
