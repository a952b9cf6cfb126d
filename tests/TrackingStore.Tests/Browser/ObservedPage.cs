using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Browser;

/// <summary>A page in a browser. It notes what the page asks for, and whatever goes wrong in it.</summary>
internal sealed class ObservedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> requests = [];
    private readonly List<string> problems = [];

    /// <summary>Observes a page of a window.</summary>
    public ObservedPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) => Note(requests, request.Url);
        page.PageError += (_, error) => Note(problems, error);
        page.RequestFailed += (_, request) => Note(problems, $"{request.Url}: {request.Failure}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Note(problems, message.Text);
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The addresses that it asked for.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests) return [.. requests];
        }
    }

    /// <summary>What went wrong: errors of scripts, violations of the policy, failed requests.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (problems) return [.. problems];
        }
    }

    /// <summary>The requests for charts.</summary>
    public IReadOnlyList<Uri> ChartRequests => [.. Requests.Where(IsForCharts).Select(url => new Uri(url))];

    /// <summary>Forgets what went wrong.</summary>
    public void ForgetProblems()
    {
        lock (problems) problems.Clear();
    }

    /// <summary>
    /// Waits until the address has a text, and its page is there. Playwright's own way waits for an event, which it may miss on a busy
    /// machine.
    /// </summary>
    public Task UntilAddressAsync(string text) => Eventually.IsSoAsync(
        async () => Page.Url.Contains(text, StringComparison.Ordinal) && await IsLoadedAsync(), $"the address has '{text}'");

    /// <summary>Waits until the page has asked for nothing for longer than it waits between two of its refreshes.</summary>
    public async Task UntilSilentAsync()
    {
        for (var tries = 0; tries < 10; tries++)
        {
            var before = Requests.Count;
            await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
            if (Requests.Count == before) return;
        }

        Assert.Fail("The page goes on to ask.");
    }

    /// <summary>Waits until the summary of the first chart contains a text.</summary>
    public Task UntilSummaryAsync(string text) => Eventually.IsSoAsync(
        async () => (await Page.Locator(".chart-summary").First.TextContentAsync())!.Contains(text, StringComparison.Ordinal),
        $"the summary of the chart has '{text}'");

    /// <summary>Makes sure that nothing went wrong, and that axe finds nothing.</summary>
    public async Task CheckAsync()
    {
        await CheckAccessAsync();
        Assert.Empty(Problems);
    }

    /// <summary>Makes sure that axe finds nothing: everybody can read and use the page.</summary>
    public async Task CheckAccessAsync()
    {
        var found = await Page.RunAxe();
        var violations = found.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Take(3).Select(node => node.Html))}").ToList();
        Assert.True(violations.Count == 0, $"{Page.Url}\n{string.Join('\n', violations)}");
    }

    /// <summary>Takes the picture of a page of the docs, if <c>DTK_SCREENSHOTS=1</c>.</summary>
    /// <param name="name">The name of its file, without the extension.</param>
    public async Task TakePictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("DTK_SCREENSHOTS") != "1") return;
        var folder = Path.Combine(Structure.EndpointNameTests.SampleFolder(), "..", "..", "docs", "images");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static bool IsForCharts(string url) => url.Contains("/get-charts?", StringComparison.Ordinal);

    private static void Note(List<string> list, string text)
    {
        lock (list) list.Add(text);
    }

    private async Task<bool> IsLoadedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            // The page was replaced by the next one in between.
            return false;
        }
    }
}
