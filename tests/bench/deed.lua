-- Reports a deed with every request, of a person who has none yet, under an idempotency key that no
-- other request has.
-- Usage: wrk --script deed.lua URL -- TOKEN FILE FIRST [REGION...]
-- TOKEN is the access token; FILE holds ids of people, one a line, of whom each stands in one deed,
-- from the one numbered FIRST on; the deeds go to the regions in turn.

local regions = { "371502" }
-- What one thread can use up, far more than it gets to in one run.
local PEOPLE_OF_A_THREAD = 20000
local people = {}
local threads = 0

function setup(thread)
   thread:set("thread_index", threads)
   threads = threads + 1
end

function init(arguments)
   for id in io.lines(arguments[2]) do
      people[#people + 1] = id
   end
   number = tonumber(arguments[3]) + thread_index * PEOPLE_OF_A_THREAD
   if arguments[4] then
      regions = { unpack(arguments, 4) }
   end
   wrk.method = "POST"
   wrk.headers["Authorization"] = "Bearer " .. arguments[1]
   wrk.headers["Content-Type"] = "application/json"
end

function request()
   number = number + 1
   local region = regions[number % #regions + 1]
   wrk.headers["Idempotency-Key"] = "bench-deed-" .. number
   return wrk.format(nil, nil, nil, string.format(
      '{"region_code":"%s","filer":"employer","act_types":["rescue"],' ..
      '"occurred_on":{"precision":"month","value":"2026-10"},"place":{"region_code":"%s"},' ..
      '"summary":"测试：跳入河中，救起一名落水儿童。","beneficiaries":["测试受益人"],"complex":false,' ..
      '"actors":[{"person_id":"%s","duty":"none","interests":["other_person"],' ..
      '"beneficiary_relations":["unrelated"],"caused_danger":false,"lawfulness":"not_questioned",' ..
      '"outcome":"succeeded","risk":3,"volunteer_service":false}]}',
      region, region, people[(number - 1) % #people + 1]))
end

dofile("report.lua")
