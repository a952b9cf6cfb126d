using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>A preview of a write that a concurrency token locks changes neither the item nor what the write compares.</summary>
public sealed class LockingPreviewTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preview_ChangesNothing()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTablesAsync(TableDefinition.ForAll([TableModel.Of<Draft>()]), Ct);
        var drafts = db.Table<Draft>();
        var draft = new Draft { Id = "1", Title = "a" };
        var create = drafts.Put(draft).IfNotExists();
        var json = create.Preview().Json;
        Assert.Null(draft.Version);
        Assert.Equal(json, create.Preview().Json);

        await create.ExecuteAsync(Ct);
        var version = draft.Version;
        Assert.NotNull(version);
        var replace = drafts.Put(draft);
        _ = replace.Preview();
        _ = db.PreviewTransactWrite([replace]);
        Assert.Equal(version, draft.Version);

        // Another writer comes between the preview and the write.
        await drafts.PutAsync((await drafts.GetAsync(Draft.Key("1"), consistentRead: true, Ct))!, Ct);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => replace.ExecuteAsync(Ct));
    }
}
