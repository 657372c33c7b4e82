-- Prints what a run of wrk came to as one line of JSON: answers, answers per second, the median
-- and the 99th percentile of the time to an answer in milliseconds, and what went wrong.

function done(summary, latency, requests)
   local errors = summary.errors
   print(string.format(
      '{"answers":%d,"per_second":%.1f,"median_ms":%.3f,"p99_ms":%.3f,"failures":%d}',
      summary.requests, summary.requests / summary.duration * 1e6,
      latency:percentile(50) / 1000, latency:percentile(99) / 1000,
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
