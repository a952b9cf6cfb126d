using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>Forms that others make a browser send, and users without permissions.</summary>
public sealed class PageSafetyTests(SignInServer server) : IClassFixture<SignInServer>
{
    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData(null, null)]
    public async Task FormOfAnotherSite_IsRefused(string? header, string? value)
    {
        using var pages = new PageClient(server.Admin);
        var name = MlflowClient.NewName();
        var answer = await pages.PostAsync("/experiments/create", header is null ? null : (header, value!), ("name", name));
        answer.Is(403).Says("Cross-origin request blocked.");
        (await pages.GetAsync("/experiments?name=" + name)).Is(200).Says("No experiments match the search.");
    }

    [Fact]
    public async Task FormOfAPageOfTheServer_IsTaken()
    {
        using var pages = new PageClient(server.Admin);
        (await pages.PostAsync("/experiments/create", ("Sec-Fetch-Site", "same-origin"), ("name", MlflowClient.NewName()))).Is(303);
        (await pages.PostAsync("/experiments/create", ("name", MlflowClient.NewName()))).Is(303);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    public async Task BodyOfAnotherType_IsRefused(string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/experiments/create");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new ByteArrayContent("name=x"u8.ToArray());
        request.Content.Headers.Add("Content-Type", type);
        using var response = await server.Admin.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task TooLargeForm_IsRefused()
    {
        using var pages = new PageClient(server.Admin);
        (await pages.PostAsync("/experiments/create", ("name", new string('x', 1_100_000)))).Is(413);
        (await pages.PostAsync("/experiments/create", [.. Enumerable.Range(0, 2100).Select(i => ($"f{i}", "x"))])).Is(400)
            .Says("The form cannot be read.");
    }

    [Fact]
    public async Task Users_SeeAndChange_WhatTheyMay()
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        using var pages = new PageClient(user);
        using var admin = new PageClient(server.Admin);
        var title = MlflowClient.NewName("secret");
        var id = await server.Admin.CreateExperimentAsync(title);
        var run = await server.Admin.CreateRunAsync(id);
        (await pages.GetAsync("/experiments?name=" + title)).Is(200).Says("No experiments match the search.");
        (await pages.GetAsync("/experiments/" + id)).Is(403).Says("Permission denied").SaysNot(title);
        (await pages.PostAsync($"/experiments/{id}/rename", ("new_name", "x"))).Is(403).SaysNot(title);

        await server.GrantAsync(id, name, "READ");
        (await pages.GetAsync("/experiments?name=" + title)).Is(200).Says(title);
        (await pages.GetAsync("/experiments/" + id)).Is(200).Says(title);
        (await pages.PostAsync($"/experiments/{id}/rename", ("new_name", "x"))).Is(403).Says("Permission denied").Says($"<h1>{title}</h1>");
        (await pages.PostAsync($"/experiments/{id}/runs/delete", ("runs", run))).Is(403).Says("Permission denied");
        (await pages.PostAsync("/experiments/delete", ("experiment_id", id))).Is(403).Says("Permission denied");

        // Whoever may change one experiment may change the runs of that one, and the form cannot name another one.
        var own = (await pages.PostAsync("/experiments/create", ("name", MlflowClient.NewName("own")))).Is(303).Location!;
        (await pages.PostAsync($"{own}/runs/delete", ("runs", run))).Is(404).Says($"Run with id={run} not found");
        (await pages.PostAsync($"/experiments/{id}/delete", ("experiment_id", own.Split('/')[^1]))).Is(403);
        (await admin.GetAsync("/experiments/" + id)).Is(200).Says(run);

        var model = await server.Admin.CreateModelAsync(MlflowClient.NewName("hidden"));
        (await pages.GetAsync("/models?name=" + model)).Is(200).Says("No models match the search.");
        (await pages.GetAsync("/models/" + model)).Is(403);
        (await pages.PostAsync($"/models/{model}/delete")).Is(403);
    }
}
