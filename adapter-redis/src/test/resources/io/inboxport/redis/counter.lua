-- Counts, and answers with texts.
return {tostring(redis.call('INCRBY', KEYS[1], ARGV[1])), 'a'}
