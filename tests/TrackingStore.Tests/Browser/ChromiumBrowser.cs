using Microsoft.Playwright;

namespace TrackingStore.Tests.Browser;

/// <summary>Chromium without a window, if the machine has it, for the tests of a class.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string? Program =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private const float Patience = 120_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        // A busy machine takes its time.
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Timeout = Patience,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a page in a window of its own. Without a browser, the test is skipped.</summary>
    /// <param name="url">The address.</param>
    /// <param name="isDark">Whether its reader likes dark pages.</param>
    /// <param name="runsScripts">Whether scripts run.</param>
    internal async Task<ObservedPage> OpenAsync(Uri url, bool isDark = false, bool runsScripts = true)
    {
        Assert.SkipWhen(browser is null, "Install Chromium.");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = runsScripts,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(Patience);
        var page = new ObservedPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(url.ToString());
        return page;
    }
}
