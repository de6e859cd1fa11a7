-- Reads the ledger of an account, and changes nothing. See exchange.lua for what the keys hold.
--
-- Answers how many texts of the hash follow, then its fields and values, then three texts for each
-- request: its name, the moment at which it is counted, and its kind with the moment of its grant.
local LEDGER, REQUESTS, PERMITS = KEYS[1], KEYS[2], KEYS[4]

local words = redis.call('HGETALL', LEDGER)
table.insert(words, 1, string.format('%.0f', #words))
local requests = redis.call('ZRANGE', REQUESTS, 0, -1, 'WITHSCORES')
for i = 1, #requests, 2 do
  local note = redis.call('HGET', PERMITS, requests[i])
  if note then
    words[#words + 1] = requests[i]
    words[#words + 1] = requests[i + 1]
    words[#words + 1] = note
  end
end
return words
