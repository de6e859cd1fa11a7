-- Reads the ledger of an account, and changes nothing. See exchange.lua for what the keys hold.
--
-- Answers the time, how many texts of the hash follow, its fields and values, and then three texts
-- for each request: its name, the moment at which it is counted, and its kind with the moment of
-- its grant.
local LEDGER, REQUESTS, PERMITS = KEYS[1], KEYS[2], KEYS[4]

local now = tonumber(ARGV[1])
if not now then
  local clock = redis.call('TIME')
  now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
end
local content = redis.call('HGETALL', LEDGER)
local words = {string.format('%.0f', now), string.format('%d', #content)}
for _, word in ipairs(content) do
  words[#words + 1] = word
end
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
