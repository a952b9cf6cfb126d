using DynamoToolkit;
using DynamoToolkit.Transport;
using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Searches of versions that memory has no room for, so that the page reads them once more, while they change.</summary>
public sealed class VersionSearchRaceTests
{
    private const int Long = 16;
    private const int Newest = 22;
    private const int PageSize = 2;

    // Each version of the page is read with a query of its tags, one of its aliases and a get.
    private const int QueriesOfPage = 2 * PageSize;

    private static readonly ModelKey Model = new("m");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What is deleted or passes no more between the scan and the page is not shown, and hides no other version.</summary>
    [Theory]
    [InlineData(22, true)]
    [InlineData(21, true)]
    [InlineData(20, true)]
    [InlineData(22, false)]
    [InlineData(21, false)]
    public async Task VersionThatChangesMeanwhile_HidesNoOther(int changed, bool isDeleted)
    {
        using var store = await StartAsync();
        var query = new ModelQuery<VersionFilter, VersionOrder>(
            VersionFilterParser.Parse("tags.k = 'yes'"), VersionOrderParser.Parse(["version_number DESC"]), _ => true, PageSize, null);
        var requests = await store.RequestsOfAsync(() => store.ModelSearch.VersionsAsync(query, Ct));
        Assert.StartsWith($"{PageSize} GetItem, ", requests, StringComparison.Ordinal);
        if (isDeleted) store.Before = (DynamoOperation.GetItem, () => store.ModelVersions.DeleteAsync(Model, changed, Ct));
        else ChangeBefore(int.Parse(requests.Split(' ')[^2], null) - QueriesOfPage + 1);
        var found = new List<long>();
        do
        {
            (var page, var token) = await store.ModelSearch.VersionsAsync(query, Ct);
            found.AddRange(page.Select(version => version.Item.Version));
            query = query with { Token = token };
        }
        while (found[^1] > Long);
        Assert.Null(store.Before);
        Assert.Equal(
            Enumerable.Range(Long + 1, Newest - Long).Reverse().Where(version => version != changed).Select(version => (long)version),
            found.Where(version => version > Long));

        void ChangeBefore(int queries) => store.Before = (DynamoOperation.Query, async () =>
        {
            if (queries > 1) ChangeBefore(queries - 1);
            else await store.ModelVersions.SetTagAsync(Model, changed, new NamedValue("k", "no"), Ct);
        }
        );
    }

    /// <summary>A model whose first versions take all of the memory that a search has.</summary>
    private static async Task<TestStore> StartAsync()
    {
        var store = await TestStore.StartAsync();
        await store.Models.CreateAsync("m", null, [], null, Ct);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        var puts = new List<IWriteOperation>();
        for (var number = 1; number <= Newest; number++)
        {
            puts.Add(store.Table.ModelVersions.Put(new ModelVersionItem
            {
                ModelId = id,
                Version = number,
                Source = "s3://b",
                StorageLocation = "s3://b",
                RunLink = "",
                Description = "",
                Stage = ModelStage.None,
            }));
            // The newest have too much for what is left.
            for (var tag = 0; tag < (number > Long ? 1 : 10); tag++) puts.Add(TagOf(number, $"t{tag}", new string('x', 100_000)));
            puts.Add(TagOf(number, "k", "yes"));
        }

        await store.Table.Client.BatchAsync(puts, Ct);
        return store;

        Put<ModelVersionTagItem> TagOf(long version, string name, string value) =>
            store.Table.ModelVersionTags.Put(new ModelVersionTagItem { ModelId = id, Version = version, Name = name, Value = value });
    }
}
