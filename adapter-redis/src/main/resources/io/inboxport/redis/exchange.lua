-- One exchange of a process with the ledger of its account.
--
-- These are the rules of BudgetLedger.exchange, which is written in Java: same grants, same waits,
-- same losses. ScriptedLedgerTest compares the two, step by step.
--
-- Moments are milliseconds since 1970 by the clock of this server. Lengths are milliseconds. A
-- number leaves this script as a text, because Lua's ".." keeps 14 digits only.
--
-- The ledger is a hash:
--   state        numbers, see STATE
--   days         "<day>:<requests>:<reads>" of each day, with blanks between
--   tickets      a line "<lapses> <r or w> <process>" for each place in the order of turns
--   p:<process>  the number of its last exchange, the time of it, and when it wanted permits last
--   h:<process>  how many requests it has
-- The requests and the reads among them are sorted by the moment at which the server has counted
-- them at the latest. Their names are "<process>:<permit>". The permits tell the kind of each, and
-- the moment at which it was granted. Another set has the processes, sorted by the moment at which
-- they wanted permits last.
local LEDGER, REQUESTS, READS, PERMITS, ASKED = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]

local DAY = 86400000
-- How long after its appointment a process may come.
local SLACK = 250
-- How soon to ask again if only requests under way fill tomorrow.
local SOON = 1000
-- A process that was silent for longer remembers nothing either.
local LONGEST_SILENCE = 1800000
local UNUSED = '259200000'
local HOUR = 3600000

local function text(value)
  return string.format('%.0f', value)
end

-- The message of the process, in the order in which ExchangeWords writes it.
local now = tonumber(ARGV[1])
local announcement = tonumber(ARGV[2])
local newEpoch = ARGV[3]
local process = ARGV[4]
local exchange = tonumber(ARGV[5])
local acknowledged = tonumber(ARGV[6])
local knownEpoch = ARGV[7]
local block = tonumber(ARGV[8])
local firstPermit = tonumber(ARGV[9])
local writes = {read = false, count = tonumber(ARGV[10]), patience = ARGV[11], lease = ARGV[12]}
local reads = {read = true, count = tonumber(ARGV[13]), patience = ARGV[14], lease = ARGV[15]}
local closure = tonumber(ARGV[16])
local window = tonumber(ARGV[17])
local burst = tonumber(ARGV[18])
local margin = tonumber(ARGV[19])
local grace = tonumber(ARGV[20])
local ofAll = {
  key = REQUESTS, minute = tonumber(ARGV[21]), burst = tonumber(ARGV[22]), day = tonumber(ARGV[23])
}
local ofReads = {
  key = READS, minute = tonumber(ARGV[24]), burst = tonumber(ARGV[25]), day = tonumber(ARGV[26])
}
-- Lists follow: what the process remembers, days, and ends, each with its length before it.
local position = 26

if not now then
  local clock = redis.call('TIME')
  now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
end

local stored = redis.call('HMGET', LEDGER, 'state', 'days', 'tickets', 'p:' .. process,
  'h:' .. process)

-- The identity of the server that wrote the ledger last.
local run
-- How many requests there are, and how many reads among them.
local size, sizeOfReads
-- When past requests were dropped last, silent processes removed, and life times given.
local swept, tidied, touched
local epoch, since, time, blocked, closed
local STATE = '%s %s %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f'
if stored[1] then
  epoch, run, since, time, blocked, closed, size, sizeOfReads, swept, tidied, touched =
    string.match(stored[1], string.rep('(%S+) ', 10) .. '(%S+)')
end
time = math.max(now, tonumber(time or 0))
since = tonumber(since or 0)
blocked = tonumber(blocked or 0)
closed = tonumber(closed or 0)
swept = tonumber(swept or 0)
tidied = tonumber(tidied or 0)
touched = tonumber(touched or 0)
ofAll.size = tonumber(size or 0)
ofReads.size = tonumber(sizeOfReads or 0)
-- A set that is empty is gone, with its life time.
ofAll.wasEmpty = ofAll.size == 0
ofReads.wasEmpty = ofReads.size == 0
-- The number of the last exchange of this process; nil if it is not known.
local known, seen, asked = string.match(stored[4] or '', '^(%d+) (%d+) (%d+)$')
if seen and swept - tonumber(seen) > LONGEST_SILENCE then
  known = nil
  asked = nil
end
known = tonumber(known)
-- How many requests this process has.
local held = tonumber(stored[5] or 0)

local days = {}
for day, all, some in string.gmatch(stored[2] or '', '(%-?%d+):(%d+):(%d+)') do
  days[tonumber(day)] = {all = tonumber(all), reads = tonumber(some)}
end

local tickets = {}
for lapses, kind, name in string.gmatch(stored[3] or '', '(%d+) ([rw]) ([^\n]*)\n') do
  tickets[#tickets + 1] = {process = name, read = kind == 'r', lapses = tonumber(lapses)}
end

-- Days ---------------------------------------------------------------------------------------

local function firstDay(at)
  return math.floor((at - margin) / DAY)
end

local function lastDay(at)
  return math.floor((at + margin) / DAY)
end

local function countOf(day, kind)
  local count = days[day]
  if not count then
    return 0
  end
  return kind == ofReads and count.reads or count.all
end

local areDaysChanged = false

-- Counts a request on every day on which the server may count it, or takes it back.
local function countOnDays(taken, counted, read, change)
  for day = firstDay(taken), lastDay(counted) do
    local count = days[day] or {all = 0, reads = 0}
    count.all = math.max(0, count.all + change)
    if read then
      count.reads = math.max(0, count.reads + change)
    end
    days[day] = count
  end
  areDaysChanged = true
end

-- Requests -----------------------------------------------------------------------------------

-- Puts a request at its moment; one that is there already moves.
local function place(member, read, taken, counted)
  redis.call('ZADD', REQUESTS, text(counted), member)
  if read then
    redis.call('ZADD', READS, text(counted), member)
  end
  countOnDays(taken, counted, read, 1)
end

local function add(member, read, taken, counted)
  held = held + 1
  ofAll.size = ofAll.size + 1
  if read then
    ofReads.size = ofReads.size + 1
  end
  place(member, read, taken, counted)
end

local function shrink(kind, count)
  kind.size = kind.size - count
  kind.wasEmpty = kind.wasEmpty or kind.size == 0
end

local function noted(read, taken)
  return (read and 'r' or 'w') .. text(taken)
end

local function request(member)
  local note = redis.call('HGET', PERMITS, member)
  if not note then
    return nil
  end
  return {
    read = string.sub(note, 1, 1) == 'r',
    taken = tonumber(string.sub(note, 2)),
    counted = tonumber(redis.call('ZSCORE', REQUESTS, member))
  }
end

local function uncount(found)
  countOnDays(found.taken, found.counted, found.read, -1)
end

local function remove(member, found)
  redis.call('ZREM', REQUESTS, member)
  redis.call('HDEL', PERMITS, member)
  held = held - 1
  shrink(ofAll, 1)
  if found.read then
    redis.call('ZREM', READS, member)
    shrink(ofReads, 1)
  end
end

local function remember(permit, read, taken, counted)
  local member = process .. ':' .. permit
  if redis.call('HSETNX', PERMITS, member, noted(read, taken)) == 1 then
    add(member, read, taken, counted)
  end
end

local function finish(permit, kind, age)
  local member = process .. ':' .. permit
  local found = request(member)
  if not found then
    return
  end
  uncount(found)
  if kind == 'CANCELLED' then
    remove(member, found)
  else
    -- The age was rounded down, and the time of the server was too.
    local counted = time + 1 - age
    if kind == 'ABANDONED' then
      counted = counted + grace
    end
    place(member, found.read, found.taken, counted)
  end
end

local function grant(permit, want)
  local member = process .. ':' .. permit
  local note = noted(want.read, time)
  if redis.call('HSETNX', PERMITS, member, note) == 0 then
    -- A process with a name that was used before. Its requests still count, under another name.
    local found = request(member)
    local other = member .. '#' .. newEpoch
    uncount(found)
    add(other, found.read, found.taken, found.counted)
    remove(member, found)
    redis.call('HSET', PERMITS, other, noted(found.read, found.taken), member, note)
  end
  add(member, want.read, time, time + want.lease + grace)
end

-- Removes in pieces, because a call takes a few thousand arguments at most.
local function removeFields(key, names)
  for from = 1, #names, 1000 do
    redis.call('HDEL', key, unpack(names, from, math.min(from + 999, #names)))
  end
end

-- The fields of the ledger that begin so, with their values if they are wanted.
local function fieldsOf(prefix, isWanted)
  local names = {}
  local content = redis.call('HGETALL', LEDGER)
  for i = 1, #content, 2 do
    local isOne = string.sub(content[i], 1, 2) == prefix
    if isOne and (not isWanted or isWanted(content[i], content[i + 1])) then
      names[#names + 1] = content[i]
    end
  end
  return names
end

-- The server ---------------------------------------------------------------------------------

-- A server that was restarted, or a replica that took its place, may lack the last writes. Asking
-- for its identity takes an eighth of the time of this script.
local function isOtherServer()
  local info = redis.pcall('INFO', 'server')
  local before = run
  run = type(info) == 'string' and string.match(info, 'run_id:(%w+)')
  return run ~= before
end

-- Whether keys were removed one by one, for example because the server ran out of memory.
local function hasGap()
  return redis.call('ZCARD', REQUESTS) ~= ofAll.size
    or redis.call('HLEN', PERMITS) ~= ofAll.size
    or redis.call('ZCARD', READS) ~= ofReads.size
end

-- Removes all requests; tells whether there were any.
local function forgetRequests()
  local removed = redis.call('DEL', REQUESTS, READS, PERMITS)
  removeFields(LEDGER, fieldsOf('h:'))
  held = 0
  shrink(ofAll, ofAll.size)
  shrink(ofReads, ofReads.size)
  return removed > 0
end

local function renew()
  epoch = newEpoch
  since = time
end

-- Finds out whether the ledger lost something that this process knows.
local function isLost()
  -- Requests left without the store, so that no ledger knows all.
  local isDistrusted = acknowledged > exchange
  if knownEpoch == '0' and not isDistrusted then
    return false
  end
  local isSame = knownEpoch == epoch
  if isSame and (known or 0) >= acknowledged then
    return false
  end
  if isSame or isDistrusted then
    -- Every other process may have lost something as well.
    renew()
  end
  closed = math.max(closed, since + closure)
  return true
end

local function waitUntilOpen()
  return math.max(0, math.max(blocked, closed) - time)
end

-- Room ---------------------------------------------------------------------------------------

-- How many requests a window of this length still holds.
local function sizeOf(kind, length)
  if length == window then
    return kind.size
  end
  return redis.call('ZCOUNT', kind.key, '(' .. text(time - length), '+inf')
end

-- A window that is shorter and allows no less never decides.
local function isBurstBinding(kind)
  return kind.burst < kind.minute
end

-- The largest count of a day on which the server may count a request that leaves now.
local function fullest(kind, want)
  local most = 0
  for day = firstDay(time), lastDay(time + want.lease + grace) do
    most = math.max(most, countOf(day, kind))
  end
  return most
end

local function room(kind, want)
  local left = math.min(kind.minute - kind.size, kind.day - fullest(kind, want))
  if isBurstBinding(kind) then
    left = math.min(left, kind.burst - sizeOf(kind, burst))
  end
  return left
end

local function earliestIn(kind, limit, length, before)
  local size = sizeOf(kind, length)
  local place = before - (limit - size)
  if place < 0 then
    return time
  end
  if place < size then
    local rank = text(kind.size - size + place)
    local counted = tonumber(redis.call('ZRANGE', kind.key, rank, rank, 'WITHSCORES')[2])
    -- Requests under way may be answered right now.
    return math.min(counted, time) + length
  end
  return time + length + math.floor((place - size) / limit) * length
end

-- When a request can leave at the earliest if so many others go before it.
local function earliest(kind, before, want)
  local at = earliestIn(kind, kind.minute, window, before)
  if isBurstBinding(kind) then
    at = math.max(at, earliestIn(kind, kind.burst, burst, before))
  end
  if countOf(firstDay(time), kind) + before >= kind.day then
    at = math.max(at, (firstDay(time) + 1) * DAY + margin)
  elseif fullest(kind, want) + before >= kind.day then
    at = math.max(at, time + SOON)
  end
  return at
end

-- Turns --------------------------------------------------------------------------------------

-- Removes the ticket, and returns how many are before it.
local function removeTicket(read)
  for i, ticket in ipairs(tickets) do
    if ticket.read == read and ticket.process == process then
      table.remove(tickets, i)
      return i - 1
    end
  end
  return #tickets
end

-- The other processes that ask at least as often as their share gives them permits.
local claims

local function findClaims()
  claims = {}
  local names = {}
  local asking = redis.call(
    'ZRANGEBYSCORE', ASKED, '(' .. text(time - window), '+inf', 'WITHSCORES')
  local period = math.floor(window * (#asking / 2) / ofAll.minute)
  if period > window then
    local from = time - math.min(period, LONGEST_SILENCE + 1)
    asking = redis.call('ZRANGEBYSCORE', ASKED, '(' .. text(from), '+inf', 'WITHSCORES')
  end
  for i = 1, #asking, 2 do
    local at = tonumber(asking[i + 1])
    if asking[i] ~= process and time - at < period then
      claims[#claims + 1] = {process = asking[i], ends = at + period}
      names[#names + 1] = 'h:' .. asking[i]
    end
  end
  if #names > 0 then
    for i, count in ipairs(redis.call('HMGET', LEDGER, unpack(names))) do
      claims[i].held = tonumber(count or 0)
    end
  end
end

-- What this process may take, and what it must leave to others. See LedgerShares.
local function shareNow()
  if not claims then
    findClaims()
  end
  local fair = math.max(1, math.floor(ofAll.minute / (#claims + 1)))
  local share = {isAlone = #claims == 0, most = math.max(1, fair - held), left = 0, kept = {}}
  if not share.isAlone and held >= fair then
    for _, claim in ipairs(claims) do
      local missing = math.max(0, fair - claim.held)
      if missing > 0 then
        share.left = share.left + missing
        share.kept[claim.process] = true
        share.ends = math.min(share.ends or claim.ends, claim.ends)
      end
    end
  end
  return share
end

local function grantUpTo(most, place, want, share)
  local all = room(ofAll, want)
  -- Only reads need the room of reads.
  local some = want.read and room(ofReads, want) or nil
  for i = 1, place do
    local ticket = tickets[i]
    if all > 0 and not share.kept[ticket.process] then
      if not ticket.read then
        all = all - 1
      else
        some = some or room(ofReads, want)
        if some > 0 then
          all = all - 1
          some = some - 1
        end
      end
    end
  end
  all = all - share.left
  local granted = 0
  local first = firstPermit + (want.read and writes.count or 0)
  while granted < most and all > 0 and (not want.read or some > 0) do
    all = all - 1
    some = want.read and some - 1
    grant(text(first + granted), want)
    granted = granted + 1
  end
  return granted
end

local function waitAt(place, granted, want, share)
  local readsBefore = 0
  for i = 1, place do
    readsBefore = readsBefore + (tickets[i].read and 1 or 0)
  end
  -- A write overtakes the reads that wait for the share of reads.
  local others = want.read and place or place - readsBefore
  local wait = earliest(ofAll, others, want) - time
  if want.read then
    wait = math.max(wait, earliest(ofReads, readsBefore, want) - time)
  end
  if share.left > 0 then
    -- Those for whom a place is kept take it, or their claims end.
    local taken = earliest(ofAll, share.left + others, want) - time
    wait = math.max(wait, math.min(taken, share.ends - time))
  end
  wait = math.max(wait, waitUntilOpen())
  return granted == 0 and math.max(1, wait) or wait
end

-- Takes what may be taken; returns how many, and how long to wait for the rest.
local function takeTurn(want)
  local place = removeTicket(want.read)
  if want.count == 0 then
    return 0, 0
  end
  local share = shareNow()
  local granted = 0
  if waitUntilOpen() == 0 then
    local most = share.isAlone and want.count or math.min(share.most, want.count)
    granted = grantUpTo(most, place, want, share)
  end
  if granted == want.count then
    return granted, 0
  end
  if granted > 0 then
    place = #tickets
  end
  local wait = waitAt(place, granted, want, share)
  if wait <= tonumber(want.patience) then
    local ticket = {process = process, read = want.read, lapses = time + wait + SLACK}
    table.insert(tickets, place + 1, ticket)
  end
  return granted, wait
end

-- The exchange -------------------------------------------------------------------------------

local function tidyProcesses()
  if time - tidied <= LONGEST_SILENCE then
    return
  end
  tidied = time
  removeFields(LEDGER, fieldsOf('p:', function(field, value)
    local last = tonumber(string.match(value, ' (%d+) '))
    return time - last > LONGEST_SILENCE and field ~= 'p:' .. process
  end))
  redis.call('ZREMRANGEBYSCORE', ASKED, '-inf', '(' .. text(time - LONGEST_SILENCE))
end

-- Takes requests from the counts of their processes.
local function giveUp(names)
  local counts = {}
  for _, name in ipairs(names) do
    local owner = string.match(name, '^(.*):')
    counts[owner] = (counts[owner] or 0) + 1
  end
  for owner, count in pairs(counts) do
    if owner == process then
      held = held - count
    elseif redis.call('HINCRBY', LEDGER, 'h:' .. owner, text(-count)) <= 0 then
      redis.call('HDEL', LEDGER, 'h:' .. owner)
    end
  end
end

local function dropWhatIsPast()
  swept = time
  if ofAll.size > 0 then
    local past = text(time - window)
    local names = redis.call('ZRANGEBYSCORE', REQUESTS, '-inf', past)
    if #names > 0 then
      redis.call('ZREMRANGEBYSCORE', REQUESTS, '-inf', past)
      removeFields(PERMITS, names)
      giveUp(names)
      shrink(ofAll, #names)
      if ofReads.size > 0 then
        shrink(ofReads, redis.call('ZREMRANGEBYSCORE', READS, '-inf', past))
      end
    end
  end
  for i = #tickets, 1, -1 do
    if tickets[i].lapses < time then
      table.remove(tickets, i)
    end
  end
  for day in pairs(days) do
    if day < firstDay(time) - 1 then
      days[day] = nil
      areDaysChanged = true
    end
  end
  tidyProcesses()
end

local function daysText()
  local words = {}
  for day, count in pairs(days) do
    words[#words + 1] = string.format('%.0f:%.0f:%.0f', day, count.all, count.reads)
  end
  return table.concat(words, ' ')
end

local function ticketsText()
  local words = {}
  for _, ticket in ipairs(tickets) do
    words[#words + 1] =
      string.format('%.0f %s %s\n', ticket.lapses, ticket.read and 'r' or 'w', ticket.process)
  end
  return table.concat(words)
end

local function expire(isOld)
  if isOld then
    redis.call('PEXPIRE', LEDGER, UNUSED)
    redis.call('PEXPIRE', ASKED, UNUSED)
  end
  if ofAll.size > 0 and (isOld or ofAll.wasEmpty) then
    redis.call('PEXPIRE', REQUESTS, UNUSED)
    redis.call('PEXPIRE', PERMITS, UNUSED)
  end
  if ofReads.size > 0 and (isOld or ofReads.wasEmpty) then
    redis.call('PEXPIRE', READS, UNUSED)
  end
end

-- Saves the ledger and answers; "isHeard" if the ledger has heard what the process said.
local function answer(isHeard, lost, grantedWrites, grantedReads, writeWait, readWait)
  local isOld = time - touched >= HOUR
  if isOld then
    touched = time
  end
  local changes = {
    'state', string.format(STATE, epoch, run, since, time, blocked, closed, ofAll.size,
      ofReads.size, swept, tidied, touched)
  }
  if isHeard then
    changes[3] = 'p:' .. process
    changes[4] = string.format('%.0f %.0f %s', exchange, time, asked or '0')
    if areDaysChanged then
      changes[#changes + 1] = 'days'
      changes[#changes + 1] = daysText()
    end
    local ticketsNow = ticketsText()
    if ticketsNow ~= (stored[3] or '') then
      changes[#changes + 1] = 'tickets'
      changes[#changes + 1] = ticketsNow
    end
  end
  if held > 0 then
    changes[#changes + 1] = 'h:' .. process
    changes[#changes + 1] = text(held)
  elseif stored[5] then
    redis.call('HDEL', LEDGER, 'h:' .. process)
  end
  redis.call('HSET', LEDGER, unpack(changes))
  expire(isOld)
  local words = {
    string.format('%s %d %.0f %.0f %.0f %.0f %.0f', epoch, lost and 1 or 0, grantedWrites,
      grantedReads, writeWait, readWait, time)
  }
  for day = firstDay(time), lastDay(time) do
    words[#words + 1] =
      string.format('%.0f %.0f %.0f', day, countOf(day, ofAll), countOf(day, ofReads))
  end
  return words
end

local isOther = isOtherServer()
if not run then
  return redis.error_reply(
    'INBOXPORT This Redis user cannot see the run_id of INFO server: allow the command INFO.')
end
if not epoch then
  renew()
  closed = time + (forgetRequests() and closure or announcement)
else
  local hasLost = hasGap()
  if hasLost then
    forgetRequests()
  end
  if hasLost or isOther then
    renew()
    closed = math.max(closed, time + closure)
  end
end

if isLost() then
  return answer(false, true, 0, 0, waitUntilOpen(), waitUntilOpen())
end
if known and exchange <= known then
  return answer(false, false, 0, 0, waitUntilOpen(), waitUntilOpen())
end

-- What the process remembers, the days it has seen, and what became of its permits.
local function list(width, take)
  local length = tonumber(ARGV[position + 1])
  position = position + 1
  for _ = 1, length do
    take(unpack(ARGV, position + 1, position + width))
    position = position + width
  end
end

list(4, function(permit, kind, taken, counted)
  remember(permit, kind == 'r', time - taken, time + counted + 1)
end)
list(3, function(day, all, some)
  day = tonumber(day)
  local mine = days[day] or {all = 0, reads = 0}
  days[day] = {
    all = math.max(mine.all, tonumber(all)), reads = math.max(mine.reads, tonumber(some))
  }
  areDaysChanged = true
end)
list(3, finish)
if block > 0 then
  blocked = math.max(blocked, time + block)
end
dropWhatIsPast()
if writes.count + reads.count > 0 then
  asked = text(time)
  if redis.call('ZADD', ASKED, asked, process) == 1 then
    redis.call('PEXPIRE', ASKED, UNUSED)
  end
end
local grantedWrites, writeWait = takeTurn(writes)
local grantedReads, readWait = takeTurn(reads)
return answer(true, false, grantedWrites, grantedReads, writeWait, readWait)
