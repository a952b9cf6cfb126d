using System.Globalization;
using System.Text;
using System.Text.Json;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Tracking;

/// <summary>
/// The processor time of the server for each request that logs, with its share of merging what was logged. Each request has new points.
/// </summary>
internal static class LoggingRun
{
    private const int Warmup = 10_000;
    private const int Requests = 4_000;
    private const int AtOnce = 4;

    /// <summary>Measures each kind of request on a new server.</summary>
    /// <param name="only">The beginning of the rows to measure; null for all.</param>
    public static async Task<MarkdownTable> MeasureAsync(string? only)
    {
        var table = new MarkdownTable("Request", ">CPU ms", ">requests/s", ">bytes for each point");
        foreach (var (points, metrics) in ((int, int)[])[(1, 1), (10, 10), (100, 1), (100, 10), (100, 100), (1000, 10)])
        {
            var name = $"{points} points of {metrics} metrics";
            if (only is not null && !name.StartsWith(only, StringComparison.Ordinal)) continue;
            using var server = await TrackingProcess.StartAsync();
            var run = await CreateRunAsync(server.Client);
            await LogAsync(server.Client, run, 0, Warmup, points, metrics);
            var (cpu, memory, start) = (server.CpuTime, server.Resident, DateTime.UtcNow);
            await LogAsync(server.Client, run, Warmup, Requests, points, metrics);
            var elapsed = DateTime.UtcNow - start;
            table.Add(
                name,
                Format((server.CpuTime - cpu).TotalMilliseconds / Requests, "0.000"),
                Format(Requests / elapsed.TotalSeconds, "N0"),
                Format(Math.Max(0, server.Resident - memory) / ((double)Requests * points), "N0"));
        }

        return table;
    }

    private static async Task<string> CreateRunAsync(HttpClient client)
    {
        using var answer = await PostAsync(client, "runs/create", "{\"experiment_id\":\"0\"}");
        using var run = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return run.RootElement.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString()!;
    }

    private static Task LogAsync(HttpClient client, string run, int first, int count, int points, int metrics) => Parallel.ForAsync(
        first,
        first + count,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (request, _) =>
        {
            using var answer = await PostAsync(client, "runs/log-batch", BodyOf(run, request, points, metrics));
        });

    private static string BodyOf(string run, int request, int points, int metrics)
    {
        var body = new StringBuilder($$"""{"run_id":"{{run}}","metrics":[""");
        for (var i = 0; i < points; i++)
        {
            var step = (request * points / metrics) + (i / metrics);
            body.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"key":"metric{{i % metrics}}","value":{{Math.Sqrt(step + i)}},"timestamp":{{1_700_000_000_000 + step}},"step":{{step}}}
                """);
        }

        return body.Append("]}").ToString();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body)
    {
        var answer = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        return answer.EnsureSuccessStatusCode();
    }

    private static string Format(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
