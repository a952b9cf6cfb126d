using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>Errors name the item and the table, and stay the AWS SDK's exceptions with all that these hold.</summary>
public sealed class ErrorMessageTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    [Fact]
    public async Task FailedCondition_NamesOperationTableAndKey()
    {
        var service = new ConditionalCheckFailedException("no", ErrorType.Sender, "code", "request", HttpStatusCode.BadRequest)
        {
            Item = new() { ["runId"] = new AttributeValue("1") },
        };
        db.Transport.Fail(service);
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => db.Runs.Put(new Run { RunId = "1" }).IfNotExists().ExecuteAsync(Ct));
        Assert.Equal(
            "The PutItem of the item 'RUN#1' / 'META' in the table 'tracking' failed: its condition does not hold. The service says: no",
            error.Message);
        Assert.Equal(
            (service.Item, ErrorType.Sender, "code", "request", HttpStatusCode.BadRequest),
            (error.Item, error.ErrorType, error.ErrorCode, error.RequestId, error.StatusCode));
        Assert.Same(service, error.InnerException);
    }

    [Fact]
    public async Task FailedCondition_OfAFamily_SaysThatTheItemMayBeOfAnotherType()
    {
        db.Transport.Fail(new ConditionalCheckFailedException("no"));
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => db.Client.Table<Dog>().PutAsync(new Dog("rex"), Ct));
        Assert.Contains("'rex' in the table 'animals'", error.Message, StringComparison.Ordinal);
        Assert.Contains("may be of another type than Dog", error.Message, StringComparison.Ordinal);
        Assert.Contains("the table of the base class", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedTransaction_NamesTheOperationsThatFailed()
    {
        db.Transport.Fail(new TransactionCanceledException("canceled")
        {
            CancellationReasons =
            [
                new CancellationReason { Code = "None" },
                new CancellationReason { Code = "ConditionalCheckFailed" },
                new CancellationReason { Code = "ThrottlingError" },
            ],
        });
        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => db.Client.TransactWriteAsync(
            [db.Runs.Put(new Run { RunId = "0" }), db.Client.Table<Dog>().Put(new Dog("rex")), db.Runs.Delete(Run.Key("2"))], Ct));
        Assert.StartsWith(
            "Operation 1, on the item 'rex' in the table 'animals', failed: its condition does not hold. The item may be of another type",
            error.Message,
            StringComparison.Ordinal);
        Assert.EndsWith(
            " Operation 2, on the item 'RUN#2' / 'META' in the table 'tracking', failed: ThrottlingError. The service says: canceled",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingTable_IsNamedByEveryOperation()
    {
        var run = new Run { RunId = "1" };
        const string Item = " of the item 'RUN#1' / 'META' failed: the table 'tracking' does not exist. Create it with EnsureTableAsync";
        const string Table = " failed: the table 'tracking' does not exist. Create it with EnsureTableAsync";
        await MissesAsync("GetItem" + Item, () => db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct).AsTask());
        await MissesAsync("GetItem" + Item, () => db.Runs.Get(Run.Key("1")).ExecuteAsync(Ct));
        await MissesAsync("PutItem" + Item, () => db.Runs.PutAsync(run, Ct));
        await MissesAsync("PutItem" + Item, () => db.Runs.CreateAsync(run, Ct));
        await MissesAsync("DeleteItem" + Item, () => db.Runs.DeleteAsync(run, Ct));
        await MissesAsync("UpdateItem" + Item, () => db.Runs.Update(Run.Key("1")).Set(r => r.EndTime, 1).ExecuteAsync(Ct));
        await MissesAsync("Query" + Table, () => db.Runs.Query(Run.Partition("1")).ToListAsync(Ct));
        await MissesAsync("Scan" + Table, () => db.Runs.Scan().CountAsync(Ct));
        await MissesAsync("TransactWriteItems" + Table, () => db.Client.TransactWriteAsync([db.Runs.Put(run)], Ct));
        await MissesAsync("TransactGetItems" + Table, () => db.Client.TransactGetAsync([db.Runs.Get(Run.Key("1"))], Ct));
        await MissesAsync(
            "TransactWriteItems failed: one of the tables 'tracking', 'animals' does not exist.",
            () => db.Client.TransactWriteAsync([db.Runs.Put(run), db.Client.Table<Dog>().Put(new Dog("rex"))], Ct));
    }

    [Fact]
    public async Task MissingTable_OfABatch_IsNamed()
    {
        db.Transport.Fail(Missing()).Fail(Missing()).Fail(Missing());
        var get = await Assert.ThrowsAsync<BatchGetException<BatchGetResult<Run>>>(() => db.Runs.BatchGetAsync([Run.Key("1")], Ct));
        var mixed = await Assert.ThrowsAsync<BatchGetException<BatchGetResult>>(
            () => db.Client.BatchGetAsync([db.Runs.Get(Run.Key("1"))], Ct));
        var write = await Assert.ThrowsAsync<BatchWriteException>(() => db.Client.BatchWriteAsync([db.Runs.Delete(Run.Key("1"))], Ct));
        Assert.All<Exception>([get, mixed, write], static error =>
            Assert.Contains(
                "the table 'tracking' does not exist",
                Assert.IsType<ResourceNotFoundException>(error.InnerException).Message,
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task ItemThatDoesNotFit_IsNamedByItsKey()
    {
        const string Item = """{"pk":{"S":"RUN#1"},"startTime":{"S":"x"},"runId":{"S":"1"},"sk":{"S":"META"}}""";
        var one = $$"""{"Item":{{Item}}}""";
        var page = $$"""{"Items":[{{Item}}]}""";
        await NamesAsync(one, () => db.Runs.GetAsync(Run.Key("1"), cancellationToken: Ct).AsTask());
        await NamesAsync(one, () => db.Runs.Get(Run.Key("1")).ExecuteAsync(Ct));
        await NamesAsync($$"""{"Attributes":{{Item}}}""", () => db.Runs.Delete(Run.Key("1")).ReturnOld().ExecuteAsync(Ct));
        await NamesAsync(page, () => db.Runs.Query(Run.Partition("1")).ToListAsync(Ct));
        await NamesAsync(page, () => db.Runs.Scan().GetPageAsync(null, Ct));
        await NamesAsync(page, () => db.Runs.Query(Run.Partition("1")).As(new ItemKinds<object>().Add<Run>()).ToListAsync(Ct));
        await NamesAsync(
            $$$"""{"Responses":[{"Item":{{{Item}}}}]}""", () => db.Client.TransactGetAsync([db.Runs.Get(Run.Key("1"))], Ct));

        db.Transport.Answer($$$"""{"Responses":{"tracking":[{{{Item}}}]}}""");
        var batch = await Assert.ThrowsAsync<BatchGetException<BatchGetResult<Run>>>(() => db.Runs.BatchGetAsync([Run.Key("1")], Ct));
        Assert.Equal("RUN#1", Assert.IsType<ItemFormatException>(batch.InnerException).PartitionKey);
    }

    [Fact]
    public async Task ItemOfAFamilyWithoutAName_IsNamedByItsKey()
    {
        db.Transport.Answer("""{"Item":{"id":{"S":"rex"}}}""");
        var error = await Assert.ThrowsAsync<ItemFormatException>(
            () => db.Client.Table<Dog>().GetAsync(new ItemKey<Dog>(KeyValue.Of("rex")), cancellationToken: Ct).AsTask());
        Assert.Equal(("rex", null), (error.PartitionKey, error.SortKey));
        Assert.Contains("with key 'rex'", error.Message, StringComparison.Ordinal);
    }

    private async Task NamesAsync(string answer, Func<Task> readAsync)
    {
        db.Transport.Answer(answer);
        var error = await Assert.ThrowsAsync<ItemFormatException>(readAsync);
        Assert.Equal(("RUN#1", "META", "startTime"), (error.PartitionKey, error.SortKey, error.AttributeName));
        Assert.Contains("'startTime'", error.Message, StringComparison.Ordinal);
        Assert.Contains(" with key 'RUN#1' / 'META': expected ", error.Message, StringComparison.Ordinal);
    }

    private async Task MissesAsync(string expected, Func<Task> callAsync)
    {
        db.Transport.Fail(Missing());
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(callAsync);
        Assert.StartsWith("The " + expected, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("The service says: gone", error.Message, StringComparison.Ordinal);
        Assert.Equal(("code", "request", HttpStatusCode.BadRequest), (error.ErrorCode, error.RequestId, error.StatusCode));
    }

    private static ResourceNotFoundException Missing() => new("gone", ErrorType.Sender, "code", "request", HttpStatusCode.BadRequest);
}
