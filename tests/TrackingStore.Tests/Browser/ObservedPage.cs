using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TrackingStore.Tests.Browser;

/// <summary>A page in a browser. It notes what the page asks for, and whatever goes wrong in it.</summary>
internal sealed class ObservedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    /// <summary>Observes a page of a window.</summary>
    public ObservedPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) => Note(Requests, request.Url);
        page.PageError += (_, error) => Note(Problems, error);
        page.RequestFailed += (_, request) => Note(Problems, $"{request.Url}: {request.Failure}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Note(Problems, message.Text);
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The addresses that it asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What went wrong: errors of scripts, violations of the policy, failed requests.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The requests for charts.</summary>
    public IReadOnlyList<Uri> ChartRequests
    {
        get
        {
            lock (Requests) return [.. Requests.Where(IsForCharts).Select(url => new Uri(url))];
        }
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            if (await isSo()) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"It did not happen in time: {what}");
    }

    /// <summary>Waits until the summary of the first chart contains a text.</summary>
    public Task UntilSummaryAsync(string text) => UntilAsync(
        async () => (await Page.Locator(".chart-summary").First.TextContentAsync())!.Contains(text, StringComparison.Ordinal),
        $"the summary of the chart has '{text}'");

    /// <summary>Makes sure that nothing went wrong, and that axe finds nothing.</summary>
    public async Task CheckAsync()
    {
        await CheckAccessAsync();
        lock (Problems) Assert.Empty(Problems);
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
}
