-- Registers a person with every request: a synthetic one, with a citizen number (GB 11643) and an
-- idempotency key that no other request has.
-- Usage: wrk --script register.lua URL -- TOKEN FIRST [REGION...]
-- TOKEN is the access token; numbers from FIRST on are nobody's yet; the files go to the regions in
-- turn.

local regions = { "371502" }
local WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 }
local CHECK_DIGITS = "10X98765432"
-- What one thread can use up, far more than it gets to in one run.
local NUMBERS_OF_A_THREAD = 300000
-- A name is as long as people's are: its length decides how many spellings it is found by.
local GIVEN = { "安", "邦", "辰", "德", "芳", "刚", "海", "佳", "康", "兰", "明", "宁", "鹏", "强", "荣",
   "山", "涛", "文", "祥", "勇" }

local threads = 0

function setup(thread)
   thread:set("thread_index", threads)
   threads = threads + 1
end

function init(arguments)
   number = tonumber(arguments[2]) + thread_index * NUMBERS_OF_A_THREAD
   if arguments[3] then
      regions = { unpack(arguments, 3) }
   end
   wrk.method = "POST"
   wrk.headers["Authorization"] = "Bearer " .. arguments[1]
   wrk.headers["Content-Type"] = "application/json"
end

-- 999 people a day, from 1920 on.
local function citizen_number(number)
   local day = math.floor(number / 999)
   local body = string.format("%s%04d%02d%02d%03d", "371502",
      1920 + math.floor(day / 336), 1 + math.floor(day / 28) % 12, 1 + day % 28, 1 + number % 999)
   local sum = 0
   for at, weight in ipairs(WEIGHTS) do
      sum = sum + weight * tonumber(body:sub(at, at))
   end
   return body .. CHECK_DIGITS:sub(sum % 11 + 1, sum % 11 + 1)
end

local function name(number)
   local first, second = number % #GIVEN, math.floor(number / #GIVEN) % #GIVEN
   return "测试" .. GIVEN[first + 1] .. GIVEN[second + 1]
end

function request()
   number = number + 1
   wrk.headers["Idempotency-Key"] = "bench-" .. number
   return wrk.format(nil, nil, nil, string.format(
      '{"name":"%s","region_code":"%s","citizen_number":"%s","synthetic":true}',
      name(number), regions[number % #regions + 1], citizen_number(number)))
end

dofile("report.lua")
