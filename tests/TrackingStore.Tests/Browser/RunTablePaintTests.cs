using System.Globalization;
using TrackingStore.Tests.Support;
using TrackingStore.Tests.Walk;

namespace TrackingStore.Tests.Browser;

/// <summary>
/// How long the table of an experiment of 10,000 runs takes, from the click to the first paint. A measurement, for a Release build and a
/// machine with nothing else to do: <c>DTK_MEASURE=1</c> runs it.
/// </summary>
public sealed class RunTablePaintTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const int Runs = 10_000;
    private const int Loads = 21;
    private static readonly TimeSpan MaxPaint = TimeSpan.FromMilliseconds(150);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TableOfTenThousandRuns_PaintsInTime()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DTK_MEASURE") == "1", "A measurement: set DTK_MEASURE=1.");
        await using var server = await TrackingProcess.StartAsync();
        var experiment = await server.Client.CreateExperimentAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, Runs), Ct, async (i, _) => await LogAsync(server.Client, experiment, i));
        foreach (var query in (string[])["", "?order_by=metrics.loss", "?filter=metrics.loss+%3C+0.5"])
        {
            await using var page = await browser.OpenAsync(new Uri(server.Url, $"experiments/{experiment}{query}"));
            var (paints, answers) = (new List<double>(), new List<double>());
            for (var load = 0; load < Loads; load++)
            {
                await page.Page.ReloadAsync();

                // The browser notes a paint a moment after it.
                await page.Page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
                paints.Add(await page.Page.EvaluateAsync<double>(
                    "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
                answers.Add(await page.Page.EvaluateAsync<double>(
                    "() => { const n = performance.getEntriesByType('navigation')[0]; return n.responseEnd - n.requestStart; }"));
            }

            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"'{query}': first contentful paint {Median(paints):F0} ms (slowest {paints.Max():F0}), " +
                $"of which the server {Median(answers):F0} ms"));
            Assert.InRange(Median(paints), 0, MaxPaint.TotalMilliseconds);
        }
    }

    private static async Task LogAsync(MlflowClient client, string experiment, int i)
    {
        var run = await client.CreateRunAsync(experiment, i);
        var metrics = new[] { "loss", "accuracy", "f1" }.Select(key => new { key, value = i % 997 / 997.0, timestamp = i, step = 1 });
        var @params = new[] { "depth", "rate", "seed" }.Select(key => new { key, value = $"{i % 13}" });
        var tags = new[] { new { key = "t", value = "v" } };
        (await client.PostAsync("runs/log-batch", new { run_id = run, metrics, @params, tags })).Ok();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
