using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Access;

public abstract partial class AccessTests
{
    [Fact]
    public async Task Create_OfAnItemThatExists_Fails()
    {
        await db.Runs.CreateAsync(NewRun(), Ct);
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => db.Runs.CreateAsync(NewRun(), Ct));
        Assert.StartsWith(
            $"The PutItem of the item 'RUN#{id}' / 'META' in the table 'tracking' failed", error.Message, StringComparison.Ordinal);
        Assert.Equal((System.Net.HttpStatusCode.BadRequest, "ConditionalCheckFailedException"), (error.StatusCode, error.ErrorCode));
        Assert.Equal(Assert.IsType<ConditionalCheckFailedException>(error.InnerException).RequestId, error.RequestId);
        error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => db.Runs.Put(NewRun()).IfNotExists().ReturnItemOnFailure().ExecuteAsync(Ct));
        Assert.Equal(id, error.Item["runId"].S);
    }

    [Fact]
    public async Task ExpiredItem_DoesNotExist()
    {
        var expired = NewRun();
        expired.ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1);
        await db.Runs.PutAsync(expired, Ct);
        await FailsAsync(() => db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1).IfExists().ExecuteAsync(Ct));
        await FailsAsync(() => db.Runs.Put(NewRun()).IfExists().ExecuteAsync(Ct));
        await db.Client.TransactWriteAsync([db.Runs.Check(Run.Key(id)).IfNotExists(), db.Metrics.Put(NewMetric())], Ct);
        await db.Runs.CreateAsync(NewRun(), Ct);
        Assert.NotNull(await db.Runs.GetAsync(Run.Key(id), consistentRead: true, Ct));
    }

    [Fact]
    public async Task IfExists_OfAnItemThatIsMissing_Fails()
    {
        await FailsAsync(() => db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1).IfExists().ExecuteAsync(Ct));
        await FailsAsync(() => db.Runs.Put(NewRun()).IfExists().ExecuteAsync(Ct));
        await FailsAsync(() => db.Runs.Delete(Run.Key(id)).IfExists().ExecuteAsync(Ct));
        Assert.Null(await db.Runs.GetAsync(Run.Key(id), consistentRead: true, Ct));

        await db.Runs.PutAsync(NewRun(), Ct);
        await db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1).IfExists().ExecuteAsync(Ct);
        Assert.Equal(11, (await db.Runs.GetAsync(Run.Key(id), consistentRead: true, Ct))!.Steps);
        await db.Runs.DeleteAsync(NewRun(), Ct);
        Assert.Null(await db.Runs.GetAsync(Run.Key(id), consistentRead: true, Ct));
    }

    [Fact]
    public async Task Transaction_WithExistence_NamesWhatFailed()
    {
        var update = db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1).IfExists();
        var create = db.Metrics.Put(NewMetric()).IfNotExists();
        var check = db.Runs.Check(Run.Key(id + "-no")).IfNotExists();
        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => db.Client.TransactWriteAsync([create, update, check], Ct));
        Assert.True(error.ConditionFailed(update) && !error.ConditionFailed(create) && !error.ConditionFailed(check));
        Assert.Contains(
            $"Operation 1, on the item 'RUN#{id}' / 'META' in the table 'tracking', failed: its condition does not hold.",
            error.Message,
            StringComparison.Ordinal);

        await db.Runs.PutAsync(NewRun(), Ct);
        await db.Client.TransactWriteAsync([create, update, check], Ct);
        Assert.True(await db.Metrics.Query(Metric.Partition(id)).AnyAsync(Ct));
        error = await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => db.Client.TransactWriteAsync([create, update, db.Runs.Check(Run.Key(id + "-no")).IfExists()], Ct));
        Assert.Equal([0, 2], error.Failures.Select(failure => failure.Position));
    }

    [Fact]
    public async Task Single_FindsOneItemOrThrows()
    {
        await FillAsync(6);
        Assert.Equal(1, (await db.Metrics.Query(Metric.Partition(id), Metric.SortKey.EqualTo("loss", 1)).SingleOrDefaultAsync(Ct))!.Step);
        Assert.Null(await db.Metrics.Query(Metric.Partition(id), Metric.SortKey.EqualTo("loss", 9)).SingleOrDefaultAsync(Ct));
        Assert.Equal(4, (await db.Metrics.Query(Metric.Partition(id)).Where(m => m.Value == 4).SingleOrDefaultAsync(Ct))!.Value);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.Metrics.Query(Metric.Partition(id)).Where(m => m.Value >= 4).SingleOrDefaultAsync(Ct));
        Assert.True(await db.Metrics.Query(Metric.Partition(id)).Where(m => m.Value >= 4).AnyAsync(Ct));
        Assert.False(await db.Metrics.Query(Metric.Partition(id)).Where(m => m.Value > 5).AnyAsync(Ct));
    }

    [Fact]
    public async Task MissingTable_IsNamed()
    {
        var gone = db.Client.Table<Run>("gone");
        await IsNamedAsync("GetItem of the item", () => gone.GetAsync(Run.Key(id), cancellationToken: Ct).AsTask());
        await IsNamedAsync("PutItem of the item", () => gone.PutAsync(NewRun(), Ct));
        await IsNamedAsync("Query failed", () => gone.Query(Run.Partition(id)).ToListAsync(Ct));
        await IsNamedAsync("TransactWriteItems failed", () => db.Client.TransactWriteAsync([gone.Put(NewRun())], Ct));

        static async Task IsNamedAsync(string operation, Func<Task> callAsync)
        {
            var error = await Assert.ThrowsAsync<ResourceNotFoundException>(callAsync);
            Assert.StartsWith($"The {operation}", error.Message, StringComparison.Ordinal);
            Assert.Contains("the table 'gone' does not exist", error.Message, StringComparison.Ordinal);
            Assert.Equal(("ResourceNotFoundException", System.Net.HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
        }
    }

    [Fact]
    public async Task PagesBefore_AreThePagesThatWereRead()
    {
        await FillAsync(50);
        await GoesBackAsync(() => db.Metrics.Query(Metric.Partition(id)).Limit(8));
        await GoesBackAsync(() => db.Metrics.Query(Metric.Partition(id)).Descending().Limit(8));
        await GoesBackAsync(() => db.Metrics.Query(Metric.Partition(id)).Where(m => m.Value > 20 & m.Value != 31).Limit(8));
        await GoesBackAsync(() => db.Metrics.Query(Metric.Partition(id), Metric.SortKey.AtLeast("loss", 3)).Limit(4).PageSize(3));
    }

    private static Task FailsAsync(Func<Task> writeAsync) => Assert.ThrowsAsync<ConditionalCheckFailedException>(writeAsync);

    /// <summary>Goes to the last page and back to the first one, by the texts of tokens.</summary>
    private static async Task GoesBackAsync(Func<Query<Metric>> query)
    {
        List<Page<Metric>> pages = [await query().GetPageAsync(null, Ct)];
        while (pages[^1].Next is { } next
            && await query().GetPageAsync(PageToken.Parse(next.ToString()), Ct) is { Items.Count: > 0 } page)
        {
            pages.Add(page);
        }

        Assert.True(pages.Count > 2);
        Assert.Null(pages[0].Previous);

        var current = pages[^1];
        for (var i = pages.Count - 2; i >= 0; i--)
        {
            current = await query().GetPageAsync(PageToken.Parse(current.Previous!.ToString()), Ct);
            Assert.Equal(pages[i].Items, current.Items);
            Assert.Equal(pages[i + 1].Items, (await query().GetPageAsync(current.Next, Ct)).Items);
        }

        if (current.Previous is { } before)
        {
            var none = await query().GetPageAsync(before, Ct);
            Assert.Empty(none.Items);
            Assert.Null(none.Previous);
            Assert.Equal(pages[0].Items, (await query().GetPageAsync(none.Next, Ct)).Items);
        }
    }

    private Metric NewMetric() => new() { RunId = id, Name = "m", Step = 1, Value = 1 };
}
