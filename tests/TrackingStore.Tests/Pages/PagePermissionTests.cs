using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>Pages offer what their reader may do, and keep what was typed into a form that was refused.</summary>
public sealed class PagePermissionTests(SignInServer server) : IClassFixture<SignInServer>
{
    [Theory]
    [InlineData("READ", false, false)]
    [InlineData("EDIT", true, false)]
    [InlineData("MANAGE", true, true)]
    public async Task Forms_AreThereForThoseWhoMaySendThem(string permission, bool mayEdit, bool mayManage)
    {
        var experiment = await server.Admin.CreateExperimentAsync();
        await server.Admin.CreateRunAsync(experiment);
        var model = await server.Admin.CreateModelAsync();
        await server.Admin.CreateVersionAsync(model);
        (await server.Admin.PostAsync("registered-models/alias", new { name = model, alias = "best", version = "1" })).Ok();
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        await server.GrantAsync(experiment, name, permission);
        (await server.Admin.PostAsync("registered-models/permissions/create", new { name = model, username = name, permission })).Ok();
        using var pages = new PageClient(user);
        await HasAsync(pages, $"/experiments/{experiment}", ["/rename"], mayEdit);
        await HasAsync(pages, $"/experiments/{experiment}", [$"/experiments/{experiment}/delete\"", "class=\"danger\""], mayManage);
        await HasAsync(pages, "/", ["action=\"/experiments/delete\""], mayManage);
        await HasAsync(pages, "/", ["action=\"/experiments/create\""], true);
        await HasAsync(pages, $"/models/{model}", ["/rename", "/describe", "/aliases/set"], mayEdit);
        await HasAsync(pages, $"/models/{model}", ["/delete\"", "/aliases/delete"], mayManage);
        await HasAsync(pages, $"/models/{model}/versions/1", ["/describe", "/move", "/aliases/set"], mayEdit);
        await HasAsync(pages, $"/models/{model}/versions/1", ["/delete\"", "/aliases/delete"], mayManage);
        (await server.Admin.PostAsync("experiments/delete", new { experiment_id = experiment })).Ok();
        await HasAsync(pages, $"/experiments/{experiment}", ["/restore"], mayManage);
        await HasAsync(pages, "/?view=deleted", ["action=\"/experiments/restore"], mayManage);
    }

    [Fact]
    public async Task RefusedForm_KeepsWhatWasTyped()
    {
        var model = await server.Admin.CreateModelAsync();
        await server.Admin.CreateVersionAsync(model);
        using var pages = new PageClient(server.Admin);
        var text = "<b>typed</b> " + new string('x', 5000);
        foreach (var path in (string[])[$"/models/{model}/describe", $"/models/{model}/versions/1/describe"])
        {
            var page = await pages.PostAsync(path, ("description", text));
            Assert.Equal(400, page.Status);
            Assert.Contains("&lt;b&gt;typed&lt;/b&gt; " + new string('x', 5000), page.Text, StringComparison.Ordinal);
            Assert.Contains("<details class=\"edit\" open>", page.Text, StringComparison.Ordinal);
        }

        var created = await pages.PostAsync("/models/create", ("name", model), ("description", "a typed description"));
        Assert.Equal(400, created.Status);
        Assert.Contains("a typed description</textarea>", created.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{model}\"", created.Text, StringComparison.Ordinal);
        var renamed = await pages.PostAsync($"/models/{model}/rename", ("new_name", "a/b"));
        Assert.Contains("value=\"a/b\"", renamed.Text, StringComparison.Ordinal);
    }

    private static async Task HasAsync(PageClient pages, string path, string[] actions, bool expected)
    {
        var page = await pages.GetAsync(path);
        Assert.Equal(200, page.Status);
        foreach (var action in actions)
        {
            var isThere = page.Text.Contains(action, StringComparison.Ordinal);
            Assert.True(isThere == expected, $"{path}: {action} is{(expected ? " not" : "")} there.");
        }
    }
}
