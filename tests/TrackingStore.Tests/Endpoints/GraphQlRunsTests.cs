using Microsoft.AspNetCore.Http;
using TrackingStore.Endpoints;
using TrackingStore.Endpoints.GraphQl;
using TrackingStore.Protocol.Replies;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Endpoints;

/// <summary>The versions of models that GraphQL shows with runs.</summary>
public sealed class GraphQlRunsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>However many runs there are, their versions are not in memory more than once, and no model is read for each run.</summary>
    [Fact]
    public async Task VersionsOfRuns_AreReadTogether()
    {
        using var store = await TestStore.StartAsync();
        foreach (var name in (string[])["a", "b"]) await store.Models.CreateAsync(name, null, [], null, Ct);
        string[] ids = [await store.CreateRunAsync(), await store.CreateRunAsync(), await store.CreateRunAsync()];
        foreach (var (name, run) in new[] { ("a", 0), ("b", 1), ("a", 1), ("a", 0) })
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await store.ModelVersions.CreateAsync(new NewModelVersion(new(name), "s3://b", null, ids[run], "", "", null, []), Ct);
        }

        var context = new DefaultHttpContext();
        context.Features.Set(Caller.Anyone);
        var gate = new Gate(store.Grants, store.Runs, store.Models, store.LoggedModels, Permission.NO_PERMISSIONS);
        var runs = await Task.WhenAll(ids.Select(async id => (await store.Runs.GetAsync(id, Ct)).ToMessage()));
        PlannedField FieldOf(string name, params PlannedField[] fields) =>
            new(name, name, new GraphQlType("MlflowRunExtension", false), [], fields);
        var (graphQl, shown) = (new GraphQlRuns(store.Experiments, store.ModelSearch, gate), new List<string>());
        var requests = await store.RequestsOfAsync(async () =>
        {
            foreach (var node in await graphQl.ToNodesAsync(context, runs, FieldOf("runs", FieldOf("modelVersions"))))
            {
                var versions = node["model_versions"]!.AsArray().Select(version => $"{version!["name"]}{version["version"]}");
                shown.Add(string.Join(' ', versions));
            }
        });
        Assert.Equal(["a3 a1", "a2 b1", ""], shown);
        // A query of the index for each run, and one of each model.
        Assert.Equal("5 Query", requests);
        Assert.Empty(await graphQl.ToNodesAsync(context, [], FieldOf("runs", FieldOf("modelVersions"))));
    }
}
