using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Pages;

/// <summary>The pages of registered models and versions, as a browser uses them that runs no scripts.</summary>
public sealed class ModelPagesTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Nasty = "\"><script>alert(1)</script>&'";

    private PageClient Pages => new(server.Client);

    [Fact]
    public async Task Model_IsCreated_Described_Renamed_AndDeleted()
    {
        using var pages = Pages;
        var name = MlflowClient.NewName("pipe line%2");
        var path = "/models/" + Uri.EscapeDataString(name);
        (await pages.PostAsync("/models/create", ("name", name), ("description", "first"))).LeadsTo(path);
        (await pages.GetAsync("/models?name=" + Uri.EscapeDataString(name))).Is(200).Says(name);
        (await pages.PostAsync(path + "/describe", ("description", $"**bold** {Nasty}\r\nsecond line"))).LeadsTo(path);
        var page = (await pages.GetAsync(path)).Is(200).Says("<strong>bold</strong>").Says("The model has no version yet.");
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
        var stored = (await server.Client.GetAsync("registered-models/get?name=" + Uri.EscapeDataString(name))).Ok()["registered_model"]!;
        Assert.Equal($"**bold** {Nasty}\nsecond line", (string?)stored["description"]);

        var renamed = MlflowClient.NewName("renamed");
        (await pages.PostAsync(path + "/rename", ("new_name", "a/b"))).Is(400)
            .Says("Names cannot contain '/' or ':'.").Says($"<h1>{name}</h1>");
        (await pages.PostAsync(path + "/rename", ("new_name", renamed))).LeadsTo("/models/" + renamed);
        (await pages.GetAsync(path)).Is(404).Says($"Registered Model with name={name} not found");
        (await pages.PostAsync($"/models/{renamed}/delete")).LeadsTo("/models");
        (await pages.GetAsync("/models/" + renamed)).Is(404);
        (await pages.PostAsync($"/models/{renamed}/delete")).Is(404);
    }

    [Fact]
    public async Task Versions_AreListed_Moved_Described_AndDeleted()
    {
        using var pages = Pages;
        var run = await server.Client.CreateRunAsync();
        var name = await server.Client.CreateModelAsync();
        await server.Client.CreateVersionAsync(name, "s3://bucket/<b>one", run);
        await server.Client.CreateVersionAsync(name, "s3://bucket/two");
        (await pages.GetAsync("/models/" + name)).Is(200).Says("Version 1").Says("Version 2").Says(run[..8]);
        var path = $"/models/{name}/versions/1";
        var page = (await pages.GetAsync(path)).Is(200).Says("s3://bucket/<b>one").Says(run);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);

        (await pages.PostAsync(path + "/describe", ("description", "the best"))).LeadsTo(path);
        (await pages.GetAsync(path)).Is(200).Says("the best");
        (await pages.PostAsync($"/models/{name}/versions/2/move", ("stage", "Production"))).LeadsTo($"/models/{name}/versions/2");
        (await pages.PostAsync(path + "/move", ("stage", "Production"), ("archive_existing_versions", "true"))).LeadsTo(path);
        (await pages.GetAsync(path)).Is(200).Says("""<span class="badge production">Production</span>""");
        (await pages.GetAsync($"/models/{name}/versions/2")).Is(200).Says("""<span class="badge archived">Archived</span>""");
        (await pages.PostAsync(path + "/move", ("stage", "nowhere"))).Is(400)
            .Says("Invalid Model Version stage: nowhere.").Says("<h1>Version 1</h1>");
        (await pages.PostAsync(path + "/move", ("stage", "None"), ("archive_existing_versions", "true"))).Is(400)
            .Says("'None' is not an Active stage");

        (await pages.PostAsync(path + "/delete")).LeadsTo("/models/" + name);
        (await pages.GetAsync(path)).Is(404).Says($"Model Version (name={name}, version=1) not found");
        (await pages.GetAsync($"/models/{name}/versions/x")).Is(400).Says("Parameter 'version' must be an integer, got 'x'.");
    }

    [Fact]
    public async Task Aliases_AreSetAndDeleted()
    {
        using var pages = Pages;
        var name = await server.Client.CreateModelAsync();
        await server.Client.CreateVersionAsync(name);
        await server.Client.CreateVersionAsync(name);
        (await pages.PostAsync($"/models/{name}/aliases/set", ("alias", "champion"), ("version", "1"))).LeadsTo("/models/" + name);
        (await pages.GetAsync("/models/" + name)).Is(200).Says("@champion").Says("Delete the alias champion");
        (await pages.GetAsync("/models?name=" + name)).Is(200).Says("@champion");
        (await pages.PostAsync($"/models/{name}/versions/2/aliases/set", ("alias", "champion"))).LeadsTo($"/models/{name}/versions/2");
        (await pages.GetAsync($"/models/{name}/versions/2")).Is(200).Says("@champion");
        (await pages.GetAsync($"/models/{name}/versions/1")).Is(200).SaysNot("@champion");
        (await pages.PostAsync($"/models/{name}/aliases/set", ("alias", "la test"), ("version", "1"))).Is(400)
            .Says("Invalid alias name: 'la test'.");
        (await pages.PostAsync($"/models/{name}/aliases/set", ("alias", "new"), ("version", "9"))).Is(404);
        (await pages.PostAsync($"/models/{name}/versions/1/aliases/delete", ("alias", "champion"))).Is(409)
            .Says("The alias is of version 2 now.");
        (await pages.GetAsync("/models/" + name)).Is(200).Says("@champion");
        (await pages.PostAsync($"/models/{name}/versions/2/aliases/delete", ("alias", "champion"))).LeadsTo($"/models/{name}/versions/2");
        (await pages.GetAsync("/models/" + name)).Is(200).SaysNot("@champion");
    }

    [Fact]
    public async Task Prompt_HasAPage_WithItsVersions()
    {
        using var pages = Pages;
        var name = await server.Client.CreateModelAsync(null, ("mlflow.prompt.is_prompt", "true"));
        var tags = new[] { new { key = "mlflow.prompt.is_prompt", value = "true" }, new { key = "mlflow.prompt.text", value = "Hello" } };
        (await server.Client.PostAsync("model-versions/create", new { name, source = "prompt-template", tags })).Ok();
        (await pages.GetAsync("/models/" + name)).Is(200).Says("Version 1");
        (await pages.GetAsync($"/models/{name}/versions/1")).Is(200).Says("Hello");
    }

    /// <summary>The tags of a version decide whether it is one of a prompt, and no tag of its model.</summary>
    [Fact]
    public async Task Page_HasVersionsOfBothKinds()
    {
        using var pages = Pages;
        foreach (var name in new[]
        {
            await server.Client.CreateModelAsync(),
            await server.Client.CreateModelAsync(null, ("mlflow.prompt.is_prompt", "true")),
        })
        {
            await server.Client.CreateVersionAsync(name);
            var tags = new[] { new { key = "mlflow.prompt.is_prompt", value = "true" } };
            (await server.Client.PostAsync("model-versions/create", new { name, source = "prompt-template", tags })).Ok();
            (await pages.GetAsync("/models/" + name)).Is(200).Says("Version 1").Says("Version 2");
        }
    }

    /// <summary>A browser sends two characters for the end of a line, and one of them is stored.</summary>
    [Fact]
    public async Task Description_HasItsLengthWithoutCarriageReturns()
    {
        using var pages = Pages;
        var name = MlflowClient.NewName("long");
        var longest = new string('x', Limits.ModelDescription - 2);
        (await pages.PostAsync("/models/create", ("name", name), ("description", longest + "\r\ny"))).LeadsTo("/models/" + name);
        (await pages.PostAsync($"/models/{name}/describe", ("description", longest + "\r\nyz"))).Is(400);
        var stored = (await server.Client.GetAsync("registered-models/get?name=" + name)).Ok()["registered_model"]!;
        Assert.Equal(longest + "\ny", (string?)stored["description"]);
    }
}
