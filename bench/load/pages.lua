-- Requests the pages of a list one after the other, round and round. Each line: path, tab, access token.
local requests = {}
local threads = 0

-- Each thread begins elsewhere in the list, so that they do not walk in step.
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do
    local path, token = line:match("^(%S+)\t(%S+)$")
    requests[#requests + 1] = wrk.format("GET", path, {
      ["Host"] = wrk.headers["Host"],
      ["User-Agent"] = "DaybookBench/1.0 (Language=Lua)",
      ["x-amz-access-token"] = token,
    })
  end
  at = math.floor(#requests * number / 2)
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %.1f %.0f %d %d %d\n",
    summary.requests * 1e6 / summary.duration,
    summary.bytes / summary.requests,
    latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
