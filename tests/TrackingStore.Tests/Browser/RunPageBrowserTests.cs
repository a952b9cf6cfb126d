using Microsoft.Playwright;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Browser;

/// <summary>The page of a run, and its artifacts, in a real browser.</summary>
public sealed class RunPageBrowserTests(MemoryServer server, ChromiumBrowser browser)
    : IClassFixture<MemoryServer>, IClassFixture<ChromiumBrowser>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Charts_AreDrawn_Smoothed_AndZoomed()
    {
        var run = await RunAsync("FINISHED", 3000, "loss", "accuracy");
        await using var page = await OpenAsync($"/runs/{run}");
        await page.UntilSummaryAsync("1000 buckets of points");
        await Assertions.Expect(page.Page.Locator(".chart-card canvas")).ToHaveCountAsync(2);
        var first = Assert.Single(page.ChartRequests);
        Assert.Contains("metric_keys=accuracy&metric_keys=loss", first.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("start=", first.Query, StringComparison.Ordinal);
        await page.CheckAsync();

        var plain = await ImageAsync(page);
        await page.Page.GetByLabel("Smoothing", new() { Exact = true }).FillAsync("0.9");
        await page.UntilAddressAsync("smooth=0.9");
        await Eventually.IsSoAsync(async () => await ImageAsync(page) != plain, "the chart is drawn anew");
        Assert.Single(page.ChartRequests);
        await page.Page.GetByLabel("Logarithmic").CheckAsync();
        await page.UntilAddressAsync("log=1");

        var box = (await page.Page.Locator(".u-over").First.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.25f), box.Y + 50);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.3f), box.Y + 60, new() { Steps = 5 });
        await page.Page.Mouse.UpAsync();
        await page.UntilSummaryAsync("points: ");
        var zoomed = page.ChartRequests[^1].Query;
        Assert.InRange(NumberIn(zoomed, "start"), 700, 800);
        Assert.InRange(NumberIn(zoomed, "end"), 850, 950);
        await page.UntilAddressAsync("from=");

        // The link shows the same to somebody else, and the keyboard can go back.
        await using var other = await OpenAsync(new Uri(page.Page.Url).PathAndQuery);
        await other.UntilSummaryAsync("points: ");
        Assert.Equal(zoomed, Assert.Single(other.ChartRequests).Query);
        await Assertions.Expect(other.Page.GetByLabel("Logarithmic")).ToBeCheckedAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Zoom out: accuracy" }).PressAsync("Enter");
        await Eventually.IsSoAsync(() => Task.FromResult(other.ChartRequests.Count == 2), "a request for the wider range");
        Assert.True(NumberIn(other.ChartRequests[^1].Query, "end") > NumberIn(zoomed, "end"));
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Whole axis" }).PressAsync("Enter");
        await other.UntilSummaryAsync("1000 buckets of points");
        await other.Page.GetByText("Values of accuracy").PressAsync("Enter");
        await Assertions.Expect(other.Page.GetByText("The last 200 of 1000 values")).ToBeVisibleAsync();
        await other.CheckAsync();
    }

    [Fact]
    public async Task Axis_CanBeTime_OrTimeSinceTheStart()
    {
        var run = await RunAsync("FINISHED", 100, "loss");
        await using var page = await OpenAsync($"/runs/{run}");
        await page.UntilSummaryAsync("100 points");
        await page.Page.GetByLabel("Axis").SelectOptionAsync("relative");
        await Eventually.IsSoAsync(() => Task.FromResult(page.ChartRequests.Count == 2), "a request by time");
        Assert.Contains("axis=relative", page.ChartRequests[^1].Query, StringComparison.Ordinal);
        await page.Page.GetByText("Values of loss").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Cell, new() { Name = "1:39 min" })).ToBeVisibleAsync();
        await page.Page.GetByLabel("Axis").SelectOptionAsync("time");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Cell, new() { Name = "2023-11-14 22:14:59" })).ToBeVisibleAsync();
        await page.CheckAsync();
    }

    /// <summary>While the run goes on, the page follows it, but not while nobody sees it.</summary>
    [Fact]
    public async Task RunningRun_IsFollowed()
    {
        var run = await RunAsync("RUNNING", 10, "loss");
        await using var page = await OpenAsync($"/runs/{run}");
        await page.UntilSummaryAsync("10 points");
        await LogAsync(run, 10, 15, "loss", "new metric");
        await page.UntilSummaryAsync("25 points");
        await Assertions.Expect(page.Page.Locator(".chart-card")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Rowheader, new() { Name = "new metric" })).ToBeVisibleAsync();

        await SetHiddenAsync(page, isHidden: true);
        await page.UntilSilentAsync();
        var before = page.Requests.Count;
        (await Client.PostAsync("runs/update", new { run_id = run, status = "FINISHED", end_time = 1_700_000_090_000 })).Ok();
        await Task.Delay(6000, TestContext.Current.CancellationToken);
        Assert.Equal(before, page.Requests.Count);
        await SetHiddenAsync(page, isHidden: false);
        await Assertions.Expect(page.Page.Locator(".heading .badge")).ToHaveTextAsync("FINISHED");
        await page.UntilSilentAsync();
        await page.CheckAsync();
    }

    /// <summary>Thousands of metrics, as some training loops log them.</summary>
    [Fact]
    public async Task ThousandsOfMetrics_AreLoadedWhenTheyAreSeen()
    {
        var run = await RunAsync("FINISHED", 1, [.. Enumerable.Range(0, 3000).Select(i => $"layer/{i:0000}")]);
        await using var page = await OpenAsync($"/runs/{run}");
        await page.UntilSummaryAsync("1 point");
        Assert.InRange(await page.Page.Locator(".chart-card").CountAsync(), 1, 48);
        Assert.InRange(await page.Page.Locator(".chart-card canvas").CountAsync(), 1, 24);
        Assert.InRange(page.ChartRequests.Count, 1, 3);
        await page.Page.GetByLabel("Metrics", new() { Exact = true }).FillAsync("2999");
        await Assertions.Expect(page.Page.Locator(".chart-card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("#chart-status")).ToHaveTextAsync("1 of 3000 metrics");
        await page.UntilSummaryAsync("1 point");
        Assert.Contains("layer%2F2999", page.ChartRequests[^1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Artifacts_OpenInTheirPlace_AndRunNothing()
    {
        const string Attack =
            "<h1>Report</h1><script>top.document.title='taken'; document.title='taken'; fetch('/taken')</script>" +
            "<img src=/taken onerror=alert(1)>";
        var run = await RunAsync("FINISHED", 1, "loss");
        await UploadAsync(run, "reports/deep/page.html", Attack);
        await UploadAsync(run, "reports/note.md", "# Note\n\n[bad](javascript:alert(1)) <script>document.title='taken'</script>");
        await using var page = await OpenAsync($"/runs/{run}");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "reports" }).PressAsync("Enter");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "deep" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "page.html" })).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "page.html" }).ClickAsync();
        await Assertions.Expect(page.Page.FrameLocator("iframe").GetByRole(AriaRole.Heading)).ToHaveTextAsync("Report");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.StartsWith("Artifacts", await page.Page.TitleAsync(), StringComparison.Ordinal);
        // What the frame tried, such as its picture, the browser refused by the policy before it was sent; and nothing else was refused.
        Assert.All(page.Problems, problem => Assert.Matches("sandboxed|Content Security Policy|taken: .*(csp|CSP)", problem));
        await Eventually.IsSoAsync(
            () => Task.FromResult(page.Requests.Count(url => url.EndsWith("/taken", StringComparison.Ordinal))
                == page.Problems.Count(problem => problem.Contains("/taken: ", StringComparison.Ordinal))),
            "whatever the frame tries is refused");
        page.ForgetProblems();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "note.md" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Note", Exact = true })).ToBeVisibleAsync();
        Assert.StartsWith("Artifacts", await page.Page.TitleAsync(), StringComparison.Ordinal);
        await page.CheckAsync();
    }

    [Fact]
    public async Task DarkPage_AndPageWithoutScript_CanBeRead()
    {
        var run = await RunAsync("FINISHED", 50, "loss");
        await using var dark = await OpenAsync($"/runs/{run}", isDark: true);
        await dark.UntilSummaryAsync("50 points");
        await dark.CheckAsync();
        await using var plain = await OpenAsync($"/runs/{run}", runsScripts: false);
        await Assertions.Expect(plain.Page.GetByText("Charts need JavaScript.")).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.GetByRole(AriaRole.Rowheader, new() { Name = "loss" })).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.Locator("#charts")).ToBeHiddenAsync();
    }

    private Task<ObservedPage> OpenAsync(string path, bool isDark = false, bool runsScripts = true) =>
        browser.OpenAsync(new Uri(Client.Http.BaseAddress!, path), isDark, runsScripts);

    private async Task<string> RunAsync(string status, int points, params string[] metrics)
    {
        var run = await Client.CreateRunAsync(start: 1_700_000_000_000);
        await LogAsync(run, 0, points, metrics);
        if (status == "FINISHED") (await Client.PostAsync("runs/update", new { run_id = run, status, end_time = 1_700_000_090_000 })).Ok();
        return run;
    }

    private async Task LogAsync(string run, int from, int count, params string[] names)
    {
        var all = names.SelectMany(key => Enumerable.Range(from, count).Select(n => new
        {
            key,
            value = 1 + Math.Sin(n * 0.1) + (1.0 / (n + 1)),
            timestamp = 1_700_000_000_000 + (n * 1000L),
            step = n,
        }));
        foreach (var metrics in all.Chunk(1000)) (await Client.PostAsync("runs/log-batch", new { run_id = run, metrics })).Ok();
    }

    private async Task UploadAsync(string run, string path, string text)
    {
        var uri = new Uri((string)(await Client.RunAsync(run))["info"]!["artifact_uri"]!);
        var url = $"/api/2.0/mlflow-artifacts/artifacts{uri.AbsolutePath}/{path}";
        (await Client.SendAsync(HttpMethod.Put, url, System.Text.Encoding.UTF8.GetBytes(text), "application/octet-stream")).Ok();
    }

    private static Task<string> ImageAsync(ObservedPage page) =>
        page.Page.Locator(".chart-card canvas").First.EvaluateAsync<string>("canvas => canvas.toDataURL()");

    private static Task SetHiddenAsync(ObservedPage page, bool isHidden) => page.Page.EvaluateAsync(
        """
        hidden => {
          Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        isHidden);

    private static long NumberIn(string query, string name) => long.Parse(
        System.Web.HttpUtility.ParseQueryString(query)[name]!, System.Globalization.CultureInfo.InvariantCulture);
}
