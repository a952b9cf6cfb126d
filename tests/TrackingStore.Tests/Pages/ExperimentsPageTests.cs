using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>The list of experiments, as a browser uses it that runs no scripts.</summary>
public sealed class ExperimentsPageTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Nasty = "\"><script>alert(1)</script>&'";

    private PageClient Pages => new(server.Client);

    [Fact]
    public async Task Experiment_IsCreated_Renamed_Deleted_AndRestored()
    {
        using var pages = Pages;
        var name = MlflowClient.NewName("born");
        var created = (await pages.PostAsync("/experiments/create", ("name", name))).Is(303);
        var path = created.Location!;
        Assert.Matches("^/experiments/[0-9]+$", path);
        var id = path.Split('/')[^1];
        (await pages.GetAsync("/experiments?name=" + name)).Is(200).Says(name);

        var renamed = name + "-again";
        (await pages.PostAsync($"{path}/rename?filter=x", ("new_name", renamed))).LeadsTo($"{path}?filter=x");
        (await pages.GetAsync(path)).Is(200).Says($"<h1>{renamed}</h1>");

        (await pages.PostAsync($"/experiments/delete?name={name}", ("experiment_id", id))).LeadsTo($"/experiments?name={name}");
        (await pages.GetAsync("/experiments?name=" + name)).Is(200).Says("No experiments match the search.");
        (await pages.GetAsync("/experiments?view=deleted&name=" + name)).Is(200).Says(renamed).Says("Restore");
        (await pages.GetAsync(path)).Is(200).Says("Deleted").SaysNot("/rename");
        (await pages.PostAsync("/experiments/restore?view=deleted", ("experiment_id", id))).LeadsTo("/experiments?view=deleted");
        (await pages.PostAsync(path + "/delete")).LeadsTo("/experiments");
        (await pages.PostAsync(path + "/restore")).LeadsTo(path);
        (await pages.GetAsync("/experiments?name=" + name)).Is(200).Says(renamed);
    }

    [Fact]
    public async Task Names_AreText()
    {
        using var pages = Pages;
        var name = MlflowClient.NewName(Nasty);
        (await pages.PostAsync("/experiments/create", ("name", name))).Is(303);
        foreach (var path in new[] { "/", "/experiments", "/experiments?name=" + Uri.EscapeDataString(name) })
        {
            var page = (await pages.GetAsync(path)).Is(200).Says(name);
            Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
        }

        // What is typed comes back as text, too.
        var searched = (await pages.GetAsync("/experiments?view=%22%3E%3Cscript%3E&name=" + Uri.EscapeDataString(Nasty + "x"))).Is(200);
        Assert.DoesNotContain("<script>", searched.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsRefused_IsSaidOnThePage_InTheWordsOfTheApi()
    {
        using var pages = Pages;
        var name = MlflowClient.NewName();
        await server.Client.CreateExperimentAsync(name);
        (await pages.PostAsync("/experiments/create", ("name", name))).Is(400)
            .Says($"""<p class="alert" role="alert">Experiment(name={name}) already exists.</p>""").Says("<h1>Experiments</h1>");
        (await pages.PostAsync("/experiments/create", ("name", ""))).Is(400).Says("Missing value for required parameter 'name'.");
        (await pages.PostAsync("/experiments/delete", ("experiment_id", "99999"))).Is(404).Says("No Experiment with id=99999 exists");
        (await pages.PostAsync("/experiments/99999/rename", ("new_name", "x"))).Is(404).Says("No Experiment with id=99999 exists");
        var deleted = await server.Client.CreateExperimentAsync();
        (await pages.PostAsync($"/experiments/{deleted}/delete")).Is(303);
        (await pages.PostAsync($"/experiments/{deleted}/rename", ("new_name", "x"))).Is(409).Says("Cannot rename a non-active experiment.");
        (await pages.GetAsync("/experiments?order_by=nothing")).Is(400).Says("Invalid attribute key 'nothing' specified.");
        (await pages.GetAsync("/experiments?page_token=x")).Is(400).Says("Invalid page token");
        (await pages.GetAsync("/experiments/99999")).Is(404).Says("No Experiment with id=99999 exists").Says("<h1>Not found</h1>");
    }

    [Fact]
    public async Task List_IsSorted_AndReadPageByPage_ByLinks()
    {
        using var pages = Pages;
        var prefix = MlflowClient.NewName("many");
        for (var i = 0; i < 120; i++) await server.Client.CreateExperimentAsync($"{prefix}-{i:000}");
        var (path, seen) = ($"/experiments?name={prefix}&order_by=name+DESC", new List<string>());
        while (path is not null)
        {
            var page = (await pages.GetAsync(path)).Is(200);
            seen.AddRange(PageParts.All(page, $">({prefix}-[0-9]+)</a>"));
            Assert.Contains("aria-sort=\"descending\"", page.Text, StringComparison.Ordinal);
            path = PageParts.All(page, "rel=\"next\" href=\"([^\"]+)\"").FirstOrDefault();
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"{prefix}-{i:000}").Reverse(), seen);
    }

    [Fact]
    public async Task Pages_CannotRunWhatIsNotTheServersOwn_AndFilesAreKept()
    {
        using var pages = Pages;
        var page = (await pages.GetAsync("/experiments")).Is(200);
        Assert.Contains(
            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
            "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            page.Headers,
            StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", page.Text, StringComparison.Ordinal);

        var sheet = PageParts.All(page, "rel=\"stylesheet\" href=\"([^\"]+)\"").First();
        var file = (await pages.GetAsync(sheet)).Is(200);
        Assert.Contains("immutable", file.Headers, StringComparison.Ordinal);
        Assert.Contains("text/css", file.Headers, StringComparison.Ordinal);
        var other = (await pages.GetAsync("/static/0/style.css")).Is(200);
        Assert.Equal(file.Text, other.Text);
        Assert.Contains("no-cache", other.Headers, StringComparison.Ordinal);
        (await pages.GetAsync("/static/0/nothing.css")).Is(404);
    }

    /// <summary>Programs that check links ask for the head of a page only.</summary>
    [Fact]
    public async Task Head_IsAnsweredLikeGet()
    {
        foreach (var path in new[] { "/", "/experiments", "/models" })
        {
            var answer = await server.Client.SendAsync(HttpMethod.Head, path);
            Assert.Equal((200, ""), (answer.Status, answer.Text));
        }
    }

    [Fact]
    public async Task UnknownAddress_IsAPageForBrowsers_AndJsonForClients()
    {
        Assert.Contains("error_code", (await server.Client.SendAsync(HttpMethod.Get, "/nothing")).Text, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await server.Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }
}
