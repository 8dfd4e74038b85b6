-- Tells which sessions have ended, and then that all are known. KEYS[1] the mark that says so, KEYS[2..] the sessions; ARGV[1]
-- whether these are all or only some, ARGV[2] ms for which the mark stands, ARGV[3..] ms for which each session is kept.
-- Answers 0 and does nothing when these are only some and the mark is gone: then the others may be gone, too.
if ARGV[1] == 'some' and redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
for i = 2, #KEYS do
  redis.call('SET', KEYS[i], '1', 'PX', ARGV[i + 1])
end
redis.call('SET', KEYS[1], '1', 'PX', ARGV[2])
return 1
