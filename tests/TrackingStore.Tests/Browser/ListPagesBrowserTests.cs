using Microsoft.Playwright;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Browser;

/// <summary>The lists of experiments, runs and models in a real browser.</summary>
public sealed class ListPagesBrowserTests(MemoryServer server, ChromiumBrowser browser)
    : IClassFixture<MemoryServer>, IClassFixture<ChromiumBrowser>
{
    private MlflowClient Client => server.Client;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryPage_CanBeReadByEverybody_AndBreaksNoRule(bool isDark)
    {
        var experiment = await FillAsync();
        var model = await ModelAsync();
        string[] paths =
        [
            "/", "/experiments?name=demo&order_by=name+ASC", "/experiments?view=deleted", $"/experiments/{experiment}",
            $"/experiments/{experiment}?order_by=metrics.loss+ASC&column=metrics.loss&column=tags.team",
            $"/experiments/{experiment}?filter=nobody",
            "/models", $"/models/{model}", $"/models/{model}/versions/1",
        ];
        foreach (var path in paths)
        {
            await using var page = await OpenAsync(path, isDark);
            await page.CheckAsync();
            foreach (var menu in await page.Page.Locator("details > summary").AllAsync())
            {
                await menu.PressAsync("Enter");
                await page.CheckAsync();
                await page.Page.Keyboard.PressAsync("Escape");
            }
        }

        // What is wrong is on a page, too. The browser notes the status as a problem, which it is not.
        foreach (var path in new[] { $"/experiments/{experiment}?filter=metrics.loss+%3C", "/models/nothing", "/nothing" })
        {
            await using var page = await OpenAsync(path, isDark);
            await page.CheckAccessAsync();
        }
    }

    [Fact]
    public async Task Runs_AreSelected_Compared_AndTheColumnsChosen()
    {
        var experiment = await FillAsync();
        await using var page = await OpenAsync($"/experiments/{experiment}");
        var rows = page.Page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(12);
        var compare = page.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" });
        await Assertions.Expect(compare).ToBeDisabledAsync();
        await page.Page.GetByLabel("Select all runs of this page").CheckAsync();
        await Assertions.Expect(page.Page.GetByText("12 selected")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Select all runs of this page").UncheckAsync();
        await page.Page.GetByLabel("Select run-03").CheckAsync();
        await page.Page.GetByLabel("Select run-04").CheckAsync();
        await Assertions.Expect(page.Page.GetByText("2 selected")).ToBeVisibleAsync();
        await compare.ClickAsync();
        await page.UntilAddressAsync("/compare?runs=");
        Assert.Equal(2, new Uri(page.Page.Url).Query.Split(',').Length);
        await page.Page.GoBackAsync();

        // A click on a heading sorts, and the address has it.
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "loss", Exact = true }).ClickAsync();
        await page.UntilAddressAsync("order_by=metrics.loss%20DESC");
        await Assertions.Expect(rows.First).ToContainTextAsync("run-00");
        await page.Page.GetByText("Columns", new() { Exact = true }).ClickAsync();
        await page.Page.GetByLabel("Find a column").FillAsync("TEAM");
        await Assertions.Expect(page.Page.GetByLabel("accuracy")).ToBeHiddenAsync();
        await page.Page.GetByLabel("team", new() { Exact = true }).CheckAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await page.UntilAddressAsync("column=tags.team");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "team" })).ToBeVisibleAsync();
        Assert.Contains("order_by=metrics.loss", page.Page.Url, StringComparison.Ordinal);

        // A status is one word, and stays on one line.
        await page.Page.SetViewportSizeAsync(400, 800);
        Assert.Equal(1, await page.Page.Locator(".badge.finished").First.EvaluateAsync<int>("badge => badge.getClientRects().length"));
        await page.CheckAsync();
    }

    [Fact]
    public async Task WithoutScripts_EverythingWorks()
    {
        var experiment = await FillAsync();
        await using var page = await OpenAsync($"/experiments/{experiment}", runsScripts: false);
        await page.Page.GetByLabel("Select run-03").CheckAsync();
        await page.Page.GetByLabel("Select run-04").CheckAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.UntilAddressAsync("&runs=");
        await page.Page.GoBackAsync();

        await page.Page.GetByLabel("Filter").FillAsync("metrics.loss <");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Invalid comparison clause.");
        await page.Page.GetByLabel("Filter").FillAsync("run-05");
        await page.Page.GetByLabel("Filter").PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.Page.GetByLabel("Select run-05").CheckAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("No runs match the filter.")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Deleted" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("tbody tr")).ToHaveCountAsync(1);

        var name = MlflowClient.NewName("renamed");
        await page.Page.GetByText("Edit", new() { Exact = true }).ClickAsync();
        await page.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        Assert.Contains("view=deleted", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_SkipsToTheContent_AndClosesMenus()
    {
        await using var page = await OpenAsync("/experiments");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.Page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Page.GetByText("New experiment").PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Create" })).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Create" })).ToBeHiddenAsync();
        Assert.Equal("SUMMARY", await page.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.CheckAsync();
    }

    [Fact]
    public async Task Pictures_ShowTheTableOfRuns_AndAModel()
    {
        var experiment = await FillAsync("image-classifier");
        const string search = "filter=metrics.loss+%3C+0.9&order_by=metrics.loss+ASC";
        string[] names = ["metrics.accuracy", "metrics.loss", "metrics.val+loss", "params.learning_rate", "params.depth"];
        var columns = string.Join('&', names.Select(name => "column=" + name));
        await using (var page = await OpenAsync($"/experiments/{experiment}?{search}&{columns}"))
        {
            await Assertions.Expect(page.Page.Locator("tbody tr").First).ToBeVisibleAsync();
            Assert.True(
                await page.Page.EvaluateAsync<bool>("(table => table.scrollWidth <= table.clientWidth)(document.querySelector('.table'))"),
                "The picture does not show all columns.");
            await page.Page.GetByLabel("Select run-03").CheckAsync();
            await page.TakePictureAsync("tracking-store-runs");
        }

        var model = await ModelAsync("image-classifier");
        await using (var page = await OpenAsync($"/models/{model}", isDark: true))
        {
            await Assertions.Expect(page.Page.Locator("tbody tr")).ToHaveCountAsync(3);
            await page.TakePictureAsync("tracking-store-model");
        }
    }

    private Task<ObservedPage> OpenAsync(string path, bool isDark = false, bool runsScripts = true) =>
        browser.OpenAsync(new Uri(Client.Http.BaseAddress!, path), isDark, runsScripts);

    /// <summary>An experiment with runs, nested ones among them, and a deleted one.</summary>
    private async Task<string> FillAsync(string? name = null)
    {
        var experiment = await Client.CreateExperimentAsync(name ?? MlflowClient.NewName("demo"));
        (await Client.PostAsync("experiments/delete", new { experiment_id = await Client.CreateExperimentAsync() })).Ok();
        string? parent = null;
        for (var i = 0; i < 12; i++)
        {
            var tags = new[] { ("team", i % 2 == 0 ? "vision" : "speech"), (i % 4 == 0 ? "kind" : "mlflow.parentRunId", parent ?? "root") };
            var start = 1_764_000_000_000 + (i * 4_000_000L);
            var answer = await Client.PostAsync("runs/create", new
            {
                experiment_id = experiment,
                run_name = $"run-{i:00}",
                user_id = "ada",
                start_time = start,
                tags = tags.Select(tag => new { key = tag.Item1, value = tag.Item2 }),
            });
            var run = (string)answer.Ok()["run"]!["info"]!["run_id"]!;
            if (i % 4 == 0) parent = run;
            (await Client.PostAsync("runs/log-batch", new
            {
                run_id = run,
                metrics = new[] { ("loss", 0.91 / (i + 1)), ("accuracy", 1 - (0.4 / (i + 1))), ("val loss", 1.02 / (i + 1)) }
                    .Select(m => new { key = m.Item1, value = m.Item2, timestamp = start, step = 1 }),
                @params = new[] { ("learning_rate", i % 3 == 0 ? "0.01" : "0.003"), ("depth", $"{3 + (i % 3)}"), ("optimizer", "adam") }
                    .Select(p => new { key = p.Item1, value = p.Item2 }),
            })).Ok();
            if (i == 11) break;
            var status = i % 5 == 4 ? "FAILED" : "FINISHED";
            (await Client.PostAsync("runs/update", new { run_id = run, status, end_time = start + 83_000 + (i * 91_000L) })).Ok();
        }

        return experiment;
    }

    private async Task<string> ModelAsync(string? name = null)
    {
        var model = await Client.CreateModelAsync(name, ("task", "classification"));
        (await Client.PatchAsync("registered-models/update", new
        {
            name = model,
            description = "Tells **cats** from dogs. Trained every night; see the [notes](https://example.com/notes).",
        })).Ok();
        for (var i = 0; i < 3; i++) await Client.CreateVersionAsync(model, "s3://bucket/m", await Client.CreateRunAsync());
        (await Client.PostAsync("registered-models/alias", new { name = model, alias = "champion", version = "2" })).Ok();
        (await Client.PostAsync("registered-models/alias", new { name = model, alias = "challenger", version = "3" })).Ok();
        (await Client.PostAsync("model-versions/transition-stage", new { name = model, version = "2", stage = "Production" })).Ok();
        return model;
    }
}
