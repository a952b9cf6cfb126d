using Microsoft.Playwright;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Browser;

/// <summary>The pictures of the docs of a run and of runs side by side.</summary>
public sealed class RunPicturesBrowserTests(MemoryServer server, ChromiumBrowser browser)
    : IClassFixture<MemoryServer>, IClassFixture<ChromiumBrowser>
{
    private const int Points = 4000;
    private const long Start = 1_764_500_000_000;
    private const string Notes =
        "**Best so far.** Same data as before, with a *slower* schedule:\n\n- warm-up of 500 steps\n" +
        "- see [the paper](https://example.com/paper)";

    private static readonly string[] Names = ["calm-otter", "brave-heron", "quiet-lynx", "swift-marten", "bold-ibex", "keen-crane"];
    private static readonly string[] Optimizers = ["sgd", "sgd", "adam", "adam", "adam", "lamb"];

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Pictures_ShowARun_AndRunsSideBySide()
    {
        var (experiment, runs) = (await Client.CreateExperimentAsync("schedules"), new List<string>());
        for (var i = 0; i < Names.Length; i++) runs.Add(await RunAsync(experiment, i));
        await using (var page = await OpenAsync($"/runs/{runs[3]}?smooth=0.8"))
        {
            await page.UntilSummaryAsync("points");
            await Assertions.Expect(page.Page.Locator(".chart-card canvas").Nth(1)).ToBeVisibleAsync();
            await page.TakePictureAsync("tracking-store-run");
            await page.CheckAsync();
        }

        await using (var page = await OpenAsync($"/compare?runs={string.Join(',', runs)}&smooth=0.6"))
        {
            await page.Page.GetByLabel("Metrics", new() { Exact = true }).FillAsync("loss");
            await Assertions.Expect(page.Page.GetByText("2 of 4 metrics")).ToBeVisibleAsync();
            await page.UntilSummaryAsync("6 of 6 runs");
            await page.Page.Locator("#parallel svg").ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(page.Page.Locator(".chart-card canvas").Nth(1)).ToBeVisibleAsync();
            await page.TakePictureAsync("tracking-store-compare");
            await page.CheckAsync();
        }
    }

    private Task<ObservedPage> OpenAsync(string path) => browser.OpenAsync(new Uri(Client.Http.BaseAddress!, path));

    private async Task<string> RunAsync(string experiment, int i)
    {
        var answer = await Client.PostAsync("runs/create", new
        {
            experiment_id = experiment,
            run_name = Names[i],
            user_id = "ada",
            start_time = Start,
            tags = new[]
            {
                new { key = "mlflow.note.content", value = Notes },
                new { key = "mlflow.source.name", value = "train.py" },
                new { key = "mlflow.source.git.commit", value = "9f3c1d2e7a" },
            },
        });
        var run = (string)answer.Ok()["run"]!["info"]!["run_id"]!;
        var random = new Random(i);
        foreach (var steps in Enumerable.Range(0, Points).Chunk(400))
        {
            var metrics = steps.SelectMany(step => MetricsAt(step, 400 + (100 * i), random));
            (await Client.PostAsync("runs/log-batch", new { run_id = run, metrics })).Ok();
        }

        (await Client.PostAsync("runs/log-batch", new
        {
            run_id = run,
            @params = new[]
            {
                new { key = "depth", value = $"{2 + (i * 7 % 5)}" },
                new { key = "learning_rate", value = ((string[])["0.1", "0.03", "0.01", "0.003", "0.001", "0.03"])[i] },
                new { key = "optimizer", value = Optimizers[i] },
            },
        })).Ok();
        if (i < Names.Length - 1)
            (await Client.PostAsync("runs/update", new { run_id = run, status = "FINISHED", end_time = Start + 2_000_000 })).Ok();
        return run;
    }

    private static IEnumerable<object> MetricsAt(int step, double pace, Random random)
    {
        var rest = Math.Exp(-step / pace);
        yield return Point("train/loss", 0.1 + (2.2 * rest) + (random.NextDouble() * (0.05 + (0.5 * rest))), step);
        if (step % 10 == 0) yield return Point("train/accuracy", 1 - (0.9 * rest) - (random.NextDouble() * 0.01), step);
        if (step % 100 != 0) yield break;
        yield return Point("validation/loss", 0.2 + (2 * rest) + (random.NextDouble() * 0.1), step);
        yield return Point("validation/accuracy", 0.95 - (0.85 * rest) - (random.NextDouble() * 0.02), step);
    }

    private static object Point(string key, double value, int step) => new { key, value, timestamp = Start + (step * 500L), step };
}
