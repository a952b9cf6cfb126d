using Microsoft.Playwright;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Browser;

/// <summary>The page that shows runs side by side, in a real browser.</summary>
public sealed class ComparePageBrowserTests(MemoryServer server, ChromiumBrowser browser)
    : IClassFixture<MemoryServer>, IClassFixture<ChromiumBrowser>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Runs_AreOverlaid_WithOneRequestForEachChart()
    {
        await using var page = await OpenAsync(await RunsAsync(12));
        await page.UntilSummaryAsync("12 of 12 runs: ");
        await Assertions.Expect(page.Page.Locator(".chart-card canvas")).ToHaveCountAsync(2);
        Assert.Equal(2, page.ChartRequests.Count);
        Assert.All(page.ChartRequests, request => Assert.Equal(12, request.Query.Split("run_ids=").Length - 1));
        await page.CheckAsync();
    }

    [Fact]
    public async Task Differences_AreMarked_AndCanBeTheOnlyOnes()
    {
        await using var page = await OpenAsync(await RunsAsync(3));
        var same = page.Page.Locator("#params tr", new() { HasText = "depth" });
        var other = page.Page.Locator("#params tr", new() { HasText = "rate" });
        await Assertions.Expect(same).Not.ToHaveClassAsync("differs");
        await Assertions.Expect(other).ToHaveClassAsync("differs");
        await page.Page.GetByLabel("Only differences").PressAsync("Space");
        await Assertions.Expect(same).ToBeHiddenAsync();
        await Assertions.Expect(other).ToBeVisibleAsync();
        await page.UntilAddressAsync("diff=1");
        await page.Page.ReloadAsync();
        await Assertions.Expect(same).ToBeHiddenAsync();
        await page.Page.GetByLabel("Only differences").UncheckAsync();
        await Assertions.Expect(same).ToBeVisibleAsync();
        await page.CheckAsync();
    }

    [Fact]
    public async Task Plots_FollowTheChoices_AndTheAddress()
    {
        await using var page = await OpenAsync(await RunsAsync(9), isDark: true);
        await Assertions.Expect(page.Page.Locator("#parallel .run-line")).ToHaveCountAsync(9);
        await Assertions.Expect(page.Page.Locator("#scatter .run-dot")).ToHaveCountAsync(9);
        var axes = await page.Page.Locator("#parallel line.axis").CountAsync();
        await page.Page.GetByText("Choose parameters and metrics").PressAsync("Enter");
        await page.Page.GetByLabel("depth parameter").PressAsync("Space");
        await Eventually.IsSoAsync(
            async () => await page.Page.Locator("#parallel line.axis").CountAsync() is var count
                && count == axes + (page.Page.Url.Contains("axis=p.depth", StringComparison.Ordinal) ? 1 : -1),
            "one more or one less axis");
        await page.Page.GetByLabel("Horizontal axis").SelectOptionAsync("m.loss");
        await page.Page.GetByLabel("Vertical axis").SelectOptionAsync("p.rate");
        await page.UntilAddressAsync("sx=m.loss&sy=p.rate");
        var shown = await ShownAsync(page);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("#scatter .run-dot")).ToHaveCountAsync(9);
        Assert.Equal(shown, await ShownAsync(page));

        // The run whose link has the focus stands out.
        await page.Page.Locator("#legend a").Nth(2).FocusAsync();
        await Assertions.Expect(page.Page.Locator("#parallel .marked")).ToHaveAttributeAsync("data-run", "2");
        await Assertions.Expect(page.Page.Locator("#scatter .faded")).ToHaveCountAsync(8);
        await page.Page.Locator("h1").ClickAsync();
        await page.CheckAsync();
    }

    /// <summary>As many runs as a page takes.</summary>
    [Fact]
    public async Task HundredRuns_AreDrawnSoon()
    {
        var runs = await RunsAsync(100);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using var page = await OpenAsync(runs);
        await page.UntilSummaryAsync("100 of 100 runs");
        TestContext.Current.SendDiagnosticMessage($"100 runs took {watch.ElapsedMilliseconds} ms");
        Assert.Equal(2, page.ChartRequests.Count);
        Assert.Empty(page.Problems);
    }

    private Task<ObservedPage> OpenAsync(IEnumerable<string> runs, bool isDark = false) =>
        browser.OpenAsync(new Uri(Client.Http.BaseAddress!, $"/compare?runs={string.Join(',', runs)}"), isDark);

    private static async Task<string> ShownAsync(ObservedPage page) =>
        await page.Page.Locator("#parallel svg").GetAttributeAsync("aria-label")
        + await page.Page.Locator("#scatter svg").GetAttributeAsync("aria-label");

    private async Task<IReadOnlyList<string>> RunsAsync(int count)
    {
        var (runs, experiment) = (new List<string>(), await Client.CreateExperimentAsync());
        for (var i = 0; i < count; i++)
        {
            var run = await Client.CreateRunAsync(experiment, 1_700_000_000_000 + i);
            runs.Add(run);
            var metrics = ((string[])["accuracy", "loss"]).SelectMany(key => Enumerable.Range(0, 200).Select(n => new
            {
                key,
                value = Math.Exp(-n * 0.01 * (i + 1)),
                timestamp = 1_700_000_000_000 + (n * 1000L),
                step = n,
            }));
            (await Client.PostAsync("runs/log-batch", new
            {
                run_id = run,
                metrics,
                @params = new[]
                {
                    new { key = "depth", value = "3" },
                    new { key = "rate", value = $"0.{i}" },
                    new { key = "kind", value = i % 2 == 0 ? "a" : "b" },
                },
            })).Ok();
        }

        return runs;
    }
}
