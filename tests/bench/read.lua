-- Reads one address again and again.
-- Usage: wrk --script read.lua URL [-- TOKEN]

function init(arguments)
   if arguments[1] then
      wrk.headers["Authorization"] = "Bearer " .. arguments[1]
   end
   local fixed = wrk.format()
   request = function() return fixed end
end

dofile("report.lua")
