-- Writes, and fails.
redis.call('INCR', KEYS[1])
return redis.error_reply('ERR this is broken')
