using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>A time to live that is a number counts seconds, whatever writes it.</summary>
public sealed class TimeToLiveNumberTests : IAsyncLifetime
{
    private const long Milliseconds = 4_102_444_800_000;
    private const long Seconds = 4_102_444_800;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private DynamoTable<Session> Sessions => db.Table<Session>();

    public async ValueTask InitializeAsync() => await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Session>()), Ct);

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Milliseconds_AreRefusedByEveryWrite_AndNothingIsStored()
    {
        var session = new Session { Id = "1", ExpiresAt = Milliseconds };
        var key = Session.Key("1");
        Func<Task>[] writes =
        [
            () => Sessions.PutAsync(session, Ct),
            () => Sessions.Update(key).Set(s => s.ExpiresAt, Milliseconds).ExecuteAsync(Ct),
            () => Sessions.Update(key).Set(s => s.ExpiresAt, s => s.ExpiresAt + Milliseconds).ExecuteAsync(Ct),
            () => Sessions.Update(key).Add(s => s.ExpiresAt, Milliseconds).ExecuteAsync(Ct),
            () => db.BatchWriteAsync([Sessions.Put(session)], Ct),
            () => db.TransactWriteAsync([Sessions.Put(session)], Ct),
            () => db.TransactWriteAsync([Sessions.Update(key).Set(s => s.ExpiresAt, Milliseconds)], Ct),
        ];

        foreach (var write in writes)
        {
            var error = await Assert.ThrowsAnyAsync<InvalidAttributeValueException>(write);
            Assert.Equal("expiresAt", error.AttributeName);
            Assert.Contains("counts seconds: divide milliseconds by 1,000", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await Sessions.Scan().ToListAsync(Ct));
    }

    [Fact]
    public async Task Seconds_AreWrittenAddedAndSubtracted()
    {
        var key = Session.Key("1");
        await Sessions.PutAsync(new Session { Id = "1", ExpiresAt = Seconds }, Ct);
        await Sessions.Update(key).Add(s => s.ExpiresAt, -3_600L).ExecuteAsync(Ct);
        await Sessions.Update(key).Set(s => s.ExpiresAt, s => s.ExpiresAt + 60).ExecuteAsync(Ct);

        Assert.Equal(Seconds - 3_540, (await Sessions.GetAsync(key, cancellationToken: Ct))!.ExpiresAt);
        Assert.Single(await Sessions.Scan().Where(s => s.ExpiresAt > 0).ToListAsync(Ct));
    }
}
