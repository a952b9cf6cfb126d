using System.Diagnostics;
using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Pages;

/// <summary>The pages in a real browser: Chromium without a window, if the machine has it.</summary>
public sealed class BrowserTests
{
    private static readonly string? Browser =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    [Fact]
    public async Task HostileText_IsTextInABrowserToo()
    {
        Assert.SkipWhen(Browser is null, "Install Chromium.");
        await using var pages = await PageKit.StartAsync();
        await PageTests.CreateAsync(pages.Engine);
        var text = JsonSerializer.Serialize(PageTests.Hostile);
        await pages.Engine.OkAsync("PutItem", $$"""
            {"TableName":"tab","Item":{"p":{"S":{{text}} },"s":{"N":"1"},{{text}}:{"S":{{text}} },"l":{"L":[{"S":{{text}} }]} } }
            """);

        var (table, log) = await OpenAsync(new Uri(pages.Endpoint, "/tables/tab"));
        var (item, itemLog) = await OpenAsync(new Uri(pages.Endpoint, PageKit.Links(table, "/item?").Single()));

        // What ran would have changed the title, and what is an element would stand as one in the document.
        Assert.Contains("<title>tab – dynamo-local</title>", table, StringComparison.Ordinal);
        Assert.Contains("<title>Item – dynamo-local</title>", item, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", table + item, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", table + item, StringComparison.Ordinal);
        Assert.Contains("🦊", item, StringComparison.Ordinal);

        // The style sheet is allowed, and nothing else was asked for.
        Assert.DoesNotContain("Content Security Policy", log + itemLog, StringComparison.Ordinal);
    }

    private static async Task<(string Document, string Log)> OpenAsync(Uri page)
    {
        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(Browser!)
        {
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr",
                $"--user-data-dir={profile.Path}", "--dump-dom", page.ToString(),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var browser = Process.Start(start)!;
        var output = browser.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var log = browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await browser.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5));
        }
        finally
        {
            if (!browser.HasExited)
                browser.Kill(entireProcessTree: true);
        }

        return (await output, await log);
    }
}
