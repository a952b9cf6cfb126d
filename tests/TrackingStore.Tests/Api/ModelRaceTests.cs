using System.Collections.Concurrent;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>The registry under 64 writers.</summary>
public sealed class ModelRaceTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const int Writers = 64;

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Versions_OfManyWriters_HaveNumbersWithoutGapsOrDuplicates()
    {
        var name = await Client.CreateModelAsync();
        var numbers = new ConcurrentBag<int>();
        await ManyAsync(async i =>
        {
            numbers.Add(int.Parse(await Client.CreateVersionAsync(name), System.Globalization.CultureInfo.InvariantCulture));
            if (i % 8 == 0) (await Client.PatchAsync("registered-models/update", new { name, description = $"{i}" })).Ok();
        });
        Assert.Equal(Enumerable.Range(1, Writers), numbers.Order());
        Assert.Equal(
            Enumerable.Range(1, Writers).Reverse().Select(i => $"{name} {i}"),
            await Client.SearchVersionsAsync($"name = '{name}'", "&order_by=version_number DESC"));
    }

    [Fact]
    public async Task Names_OfManyWriters_AreUnique()
    {
        var name = MlflowClient.NewName("model");
        var created = 0;
        await ManyAsync(async _ =>
        {
            var answer = await Client.PostAsync("registered-models/create", new { name });
            if (answer.Status == 200) Interlocked.Increment(ref created);
            else answer.Is(400, "RESOURCE_ALREADY_EXISTS", name);
        });
        Assert.Equal(1, created);
        Assert.Equal([name], await Client.SearchModelsAsync($"name = '{name}'"));
    }

    [Fact]
    public async Task Alias_ThatManySet_NamesOneVersion_AndNoneThatIsDeleted()
    {
        var name = await Client.CreateModelAsync();
        for (var i = 0; i < 8; i++) await Client.CreateVersionAsync(name);
        await ManyAsync(async i =>
        {
            var version = $"{(i % 8) + 1}";
            if (i % 9 == 8)
            {
                var deleted = await Client.DeleteAsync("model-versions/delete", new { name, version });
                Assert.True(deleted.Status is 200 or 404, $"{deleted}");
                return;
            }

            var set = await Client.PostAsync("registered-models/alias", new { name, alias = "best", version });
            Assert.True(set.Status is 200 or 404, $"{set}");
        });
        var model = (await Client.GetAsync("registered-models/get?name=" + name)).Ok()["registered_model"]!;
        var holders = (await Client.GetAsync($"model-versions/search?filter=name='{name}'")).Ok()["model_versions"]!.AsArray()
            .Where(version => version!["aliases"] is not null).Select(version => (string)version!["version"]!).ToList();
        Assert.True(holders.Count <= 1, string.Join(", ", holders));
        Assert.Equal(holders, (model["aliases"]?.AsArray() ?? []).Select(alias => (string)alias!["version"]!));
    }

    [Fact]
    public async Task Stages_ThatManyTake_HaveOneVersion()
    {
        var name = await Client.CreateModelAsync();
        for (var i = 0; i < 4; i++) await Client.CreateVersionAsync(name);
        await ManyAsync(async i => (await Client.PostAsync(
            "model-versions/transition-stage",
            new { name, version = $"{(i % 4) + 1}", stage = "Production", archive_existing_versions = true })).Ok());
        var versions = (await Client.GetAsync($"model-versions/search?filter=name='{name}'")).Ok()["model_versions"]!.AsArray();
        Assert.Single(versions, version => (string)version!["current_stage"]! == "Production");
    }

    private static Task ManyAsync(Func<int, Task> act) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => act(i), TestContext.Current.CancellationToken)));
}
