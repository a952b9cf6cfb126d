using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>The table of runs, as a browser uses it that runs no scripts.</summary>
public sealed class RunTablePageTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Nasty = "\"><script>alert(1)</script>&'";

    private PageClient Pages => new(server.Client);

    [Fact]
    public async Task WhatWasLogged_IsText_AlsoInHeadingsLinksAndFields()
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        var run = await RunAsync(experiment, Nasty, ("lr rate:1", Nasty));
        (await server.Client.PostAsync("runs/log-metric", new { run_id = run, key = "a b/c", value = 0.12345678, timestamp = 1 })).Ok();
        var page = (await pages.GetAsync($"/experiments/{experiment}")).Is(200).Says(Nasty).Says("lr rate:1").Says("0.123457");
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
        Assert.Contains("""<span class="badge running">RUNNING</span>""", page.Text, StringComparison.Ordinal);

        // So is what the address asks for.
        var column = $"/experiments/{experiment}?column={Uri.EscapeDataString("params.`\"<b>'")}&closed=%22%3E%3Cb%3E&filter=%22%3E%3Cb%3E";
        var asked = await pages.GetAsync(column);
        Assert.DoesNotContain("<b>", asked.Text, StringComparison.Ordinal);

        // The heading sorts, whatever the metric's name is.
        var sort = Assert.Single(PageParts.All(page, "href=\"([^\"]+)\">a b/c"));
        (await pages.GetAsync(sort)).Is(200).Says("aria-sort=\"descending\"").Says("0.123457").Says("value=\"metrics.`a b/c` DESC\"");
    }

    [Theory]
    [InlineData("filter=metrics.loss+%3C", "Invalid comparison clause. Expected 3 tokens found")]
    [InlineData("filter=nothing.loss+%3C+1", "Invalid entity type 'nothing'")]
    [InlineData("order_by=metrics.loss+UP", "Invalid ordering key in order_by clause 'metrics.loss UP'.")]
    [InlineData("order_by=status,status", "`order_by` contains duplicate fields")]
    [InlineData("page_token=nothing", "Invalid page token")]
    [InlineData("column=nothing", "Invalid column 'nothing'. A column is metrics.NAME, params.NAME or tags.NAME")]
    public async Task SearchThatCannotBeUnderstood_KeepsWhatWasTyped_AndSaysWhatIsWrongBelow(string query, string message)
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        await server.Client.CreateRunAsync(experiment);
        var page = (await pages.GetAsync($"/experiments/{experiment}?{query}&view=deleted")).Is(400);
        var error = Assert.Single(PageParts.All(page, "<p id=\"search-note\" class=\"field-error\" role=\"alert\">([^<]+)</p>"));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page.Text, StringComparison.Ordinal);
        page.Says("name=\"view\" value=\"deleted\"");
        if (query.StartsWith("filter=metrics", StringComparison.Ordinal)) page.Says("name=\"filter\" value=\"metrics.loss <\"");
    }

    [Fact]
    public async Task Text_IsCutOnlyIfItIsLong()
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        var (longest, tooLong) = (new string('W', 25), new string('W', 26));
        var run = await RunAsync(experiment, "a", ("fits", longest));
        (await server.Client.PostAsync("runs/log-parameter", new { run_id = run, key = "long", value = tooLong })).Ok();

        var page = (await pages.GetAsync($"/experiments/{experiment}")).Is(200);
        page.Says($"""<td class="nowrap">{longest}</td>""");
        Assert.Equal([tooLong], PageParts.All(page, """<div class="cut">(.*?)</div>"""));
    }

    [Fact]
    public async Task Table_ShowsChosenColumns_InTheOrderOfTheAddress()
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        foreach (var (name, value) in new[] { ("first", "0.3"), ("second", "0.1"), ("third", "NaN") })
        {
            var run = await RunAsync(experiment, name, ("depth", $"d-{name}"));
            (await server.Client.PostAsync("runs/log-metric", new { run_id = run, key = "loss", value, timestamp = 1 })).Ok();
            (await server.Client.PostAsync("runs/set-tag", new { run_id = run, key = "team", value = $"t-{name}" })).Ok();
        }

        var path = $"/experiments/{experiment}";
        var standard = (await pages.GetAsync(path)).Is(200).Says("d-first").Says("0.3").Says("NaN").SaysNot("t-first");
        Assert.Equal(["third", "second", "first"], Names(standard));
        var sorted = (await pages.GetAsync(path + "?order_by=metrics.loss+ASC&column=tags.team")).Is(200);
        sorted.Says("t-first").SaysNot("d-first");
        Assert.Equal(["second", "first", "third"], Names(sorted));
        Assert.Equal(["second", "first", "third"], Names(await pages.GetAsync(path + "?order_by=metrics.loss,run_name")));
        (await pages.GetAsync(path + "?chosen=1")).Is(200).SaysNot("d-first").SaysNot("t-first");
        (await pages.GetAsync(path + "?column=attributes.run_id&column=attributes.user_id")).Is(200).Says("Run id").Says("User");

        // The filter is MLflow's, and plain words are a part of the name.
        var filter = Uri.EscapeDataString("metrics.loss < 0.2 AND params.depth = 'd-second'");
        Assert.Equal(["second"], Names(await pages.GetAsync(path + "?filter=" + filter)));
        Assert.Equal(["first"], Names(await pages.GetAsync(path + "?filter=FIRS")));
        Assert.Equal(["first"], Names(await pages.GetAsync(path + "?filter=" + Uri.EscapeDataString("tags.team LIKE '%first'"))));
        (await pages.GetAsync(path + "?filter=nobody")).Is(200).Says("No runs match the filter.");
        var many = string.Concat(Enumerable.Range(0, 51).Select(i => $"&column=metrics.m{i}"));
        (await pages.GetAsync($"{path}?{many}")).Is(400).Says("A table shows at most 50 columns, and these are 51.");
    }

    [Fact]
    public async Task Runs_AreDeletedAndRestored_ManyAtOnce()
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        string[] runs = [await RunAsync(experiment, "a1"), await RunAsync(experiment, "b1"), await RunAsync(experiment, "c1")];
        var path = $"/experiments/{experiment}";
        (await pages.PostAsync($"{path}/runs/delete?filter=x", ("runs", runs[0]), ("runs", runs[1]))).LeadsTo($"{path}?filter=x");
        Assert.Equal(["c1"], Names(await pages.GetAsync(path)));
        Assert.Equal(["b1", "a1"], Names(await pages.GetAsync(path + "?view=deleted")));
        (await pages.PostAsync($"{path}/runs/restore?view=deleted", ("runs", runs[0]))).LeadsTo(path + "?view=deleted");
        Assert.Equal(["b1"], Names(await pages.GetAsync(path + "?view=deleted")));

        (await pages.PostAsync($"{path}/runs/delete")).Is(400).Says("Select at least one run.");
        (await pages.PostAsync($"{path}/runs/delete", ("runs", "nothing"))).Is(404).Says("Run with id=nothing not found");
        var other = await server.Client.CreateRunAsync();
        (await pages.PostAsync($"{path}/runs/delete", ("runs", other), ("runs", runs[2]))).Is(404);
        Assert.Equal(["c1", "a1"], Names(await pages.GetAsync(path)));
    }

    [Fact]
    public async Task Children_StandBelowTheirParents_AndCanBeHidden()
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        var path = $"/experiments/{experiment}";
        var parent = await RunAsync(experiment, "parent");
        var other = await RunAsync(experiment, "other");
        var child = await RunAsync(experiment, "child", parent: parent);
        await RunAsync(experiment, "grandchild", parent: child);
        Assert.Equal(["other", "parent", "child", "grandchild"], Names(await pages.GetAsync(path)));
        var page = (await pages.GetAsync(path)).Says("class=\"pin depth-1\"").Says("class=\"pin depth-2\"");
        var toggle = Assert.Single(PageParts.All(page, "href=\"([^\"]+)\" aria-label=\"Hide the child of parent\""));
        var closed = (await pages.GetAsync(toggle)).Is(200).Says("Show the child of parent");
        Assert.Equal(["other", "parent"], Names(closed));

        // A child whose parent is not on the page has a link to it.
        (await pages.GetAsync(path + "?filter=grandchild")).Is(200).Says("child of <a href=\"/runs/" + child);

        // Runs that are each other's parents are shown once each.
        (await server.Client.PostAsync("runs/set-tag", new { run_id = parent, key = "mlflow.parentRunId", value = child })).Ok();
        (await server.Client.PostAsync("runs/set-tag", new { run_id = other, key = "mlflow.parentRunId", value = other })).Ok();
        Assert.Equal(["child", "grandchild", "other", "parent"], Names(await pages.GetAsync(path)).Order());
        (await pages.GetAsync(path)).SaysNot("the child of other");
    }

    [Fact]
    public async Task WhiteSpaceAroundAColumn_IsPartOfItsName_UnlessItWasTyped()
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        var run = await RunAsync(experiment, "run", ("acc", "v-plain"));
        (await server.Client.PostAsync("runs/log-parameter", new { run_id = run, key = "acc ", value = "v-space" })).Ok();
        var path = $"/experiments/{experiment}";
        (await pages.GetAsync(path + "?column=params.acc+")).Is(200).Says("v-space").SaysNot("v-plain");
        (await pages.GetAsync(path + "?column=params.acc")).Is(200).Says("v-plain").SaysNot("v-space");
        (await pages.GetAsync(path + "?another=params.acc+")).Is(200).Says("v-space").SaysNot("v-plain");
        (await pages.GetAsync(path + "?another=+params.acc")).Is(200).Says("v-plain").SaysNot("v-space");
        (await pages.GetAsync(path + "?chosen=1&another=+")).Is(200).SaysNot("v-plain").SaysNot("v-space");
    }

    [Fact]
    public async Task AllRuns_AreFoundPageByPage_AndTheStateStays()
    {
        using var pages = Pages;
        var experiment = await server.Client.CreateExperimentAsync();
        for (var i = 0; i < 230; i++) await RunAsync(experiment, $"run-{i:000}");
        foreach (var order in new[] { "", "run_name ASC" })
        {
            var (path, seen) = ($"/experiments/{experiment}?column=params.x&order_by={Uri.EscapeDataString(order)}", new List<string>());
            while (path is not null)
            {
                var page = (await pages.GetAsync(path)).Is(200).Says("params.x");
                seen.AddRange(Names(page));
                path = PageParts.All(page, "rel=\"next\" href=\"([^\"]+)\"").FirstOrDefault();
            }

            Assert.Equal(230, seen.Distinct().Count());
            Assert.Equal(230, seen.Count);
        }
    }

    private static IReadOnlyList<string> Names(PageAnswer page) =>
        PageParts.All(page.Is(200), "<a href=\"/runs/[0-9a-f]+\">([^<]+)</a></th>");

    private async Task<string> RunAsync(string experiment, string name, (string Key, string Value)? param = null, string? parent = null)
    {
        var tags = parent is null ? [] : new[] { new { key = "mlflow.parentRunId", value = parent } };
        var body = new { experiment_id = experiment, run_name = name, start_time = Interlocked.Increment(ref time), tags };
        var run = (string)(await server.Client.PostAsync("runs/create", body)).Ok()["run"]!["info"]!["run_id"]!;
        if (param is var (key, value))
            (await server.Client.PostAsync("runs/log-parameter", new { run_id = run, key, value })).Ok();

        return run;
    }

    private static long time = 1_700_000_000_000;
}
