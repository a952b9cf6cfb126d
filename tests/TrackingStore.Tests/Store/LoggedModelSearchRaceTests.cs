using DynamoToolkit.Transport;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Searches of logged models while models are deleted.</summary>
public sealed class LoggedModelSearchRaceTests
{
    // The queries of the index's shards come before those of the models.
    private const int Shards = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A model that is deleted after the list was read is not shown, and keeps no other from being shown on some page.</summary>
    [Theory]
    [InlineData(false, "", 0)]
    [InlineData(false, "", 1)]
    [InlineData(false, "", 2)]
    [InlineData(true, "", 5)]
    [InlineData(true, "", 4)]
    [InlineData(true, "params.p = '1'", 5)]
    public async Task ModelThatIsDeletedMeanwhile_HidesNoOther(bool isOldestFirst, string filter, int deleted)
    {
        using var store = await TestStore.StartAsync();
        // The newest first.
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var model = new NewLoggedModel("0", "n", null, null, [new NamedValue("p", "1")], []);
            ids.Insert(0, (await store.LoggedModels.CreateAsync(model, Ct)).Item.ModelId);
            store.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        // Where the filter needs them, the models are read with the list, and once more for the page.
        DeleteBefore(Shards + 1 + (filter.Length > 0 ? ids.Count : 0));
        var query = new LoggedModelQuery(
            ["0"],
            new LoggedModelFilter(LoggedModelFilterParser.Parse(filter), []),
            new LoggedModelOrder(isOldestFirst ? [new(new LoggedModelField(LoggedModelProperty.CreationTime), false)] : []),
            2,
            null,
            new SearchSource("0", filter, ""));
        var found = new List<string>();
        do
        {
            (var page, var token) = await store.LoggedModelSearch.SearchAsync(query, Ct);
            found.AddRange(page.Select(model => model.Item.ModelId));
            query = query with { Token = token };
        }
        while (query.Token is not null);
        Assert.Null(store.Before);
        var expected = ids.Where(id => id != ids[deleted]);
        Assert.Equal(isOldestFirst ? expected.Reverse() : expected, found);

        void DeleteBefore(int queries) => store.Before = (DynamoOperation.Query, async () =>
        {
            if (queries > 1) DeleteBefore(queries - 1);
            else await store.LoggedModels.DeleteAsync(ids[deleted], Ct);
        }
        );
    }
}
