using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Transport;
using Metric = DynamoToolkit.Runtime.Tests.Tables.Support.Metric;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>What a program learns of a transaction that failed, and what happens before when other transactions are in the way.</summary>
public sealed class TransactionConflictTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Canceled_KnowsTheOperationsThatFailed()
    {
        var db = new Db();
        var put = db.Metrics.Put(new Metric("1", "loss", 0.5));
        var update = db.Runs.Update(Run.Key("1")).Set(r => r.Status, "x").If(r => r.Status != "y").ReturnItemOnFailure();
        var delete = db.Metrics.Delete(Metric.Key("1", "old"));
        var check = db.Runs.Check(Run.Key("2")).If(r => r.RunId.Exists());
        var canceled = Canceled(
            new CancellationReason { Code = "None" },
            new CancellationReason
            {
                Code = "ConditionalCheckFailed",
                Message = "The conditional request failed",
                Item = new() { ["runId"] = new() { S = "1" }, ["status"] = new() { S = "y" } },
            },
            new CancellationReason { Code = "SomethingNew" },
            new CancellationReason { Code = "ConditionalCheckFailed", Item = [] });
        db.Transport.Fail(canceled);

        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => db.Client.TransactWriteAsync([put, update, delete, check], Ct));

        // It is the service's error, with all that this has.
        Assert.EndsWith($" The service says: {canceled.Message}", error.Message, StringComparison.Ordinal);
        Assert.Equal((canceled.ErrorCode, canceled.RequestId), (error.ErrorCode, error.RequestId));
        Assert.Equal(canceled.StatusCode, error.StatusCode);
        Assert.Same(canceled.CancellationReasons, error.CancellationReasons);
        Assert.Same(canceled, error.InnerException);

        Assert.Equal([1, 2, 3], error.Failures.Select(failure => failure.Position));
        Assert.Equal([update, delete, check], error.Failures.Select(failure => failure.Operation));
        Assert.Equal(
            [
                TransactWriteFailureReason.ConditionalCheckFailed,
                TransactWriteFailureReason.Other,
                TransactWriteFailureReason.ConditionalCheckFailed,
            ],
            error.Failures.Select(failure => failure.Reason));
        Assert.Equal("SomethingNew", error.FailureOf(delete)!.Code);
        Assert.Equal("The conditional request failed", error.FailureOf(update)!.Message);
        Assert.Equal("y", error.FailureOf(update)!.CurrentItem<Run>()!.Status);
        Assert.Null(error.FailureOf(check)!.CurrentItem<Run>());
        Assert.Null(error.FailureOf(delete)!.CurrentItem<Metric>());
        Assert.Null(error.FailureOf(put));
        Assert.True(error.ConditionFailed(update));
        Assert.False(error.ConditionFailed(delete));
        Assert.False(error.ConditionFailed(put));
        Assert.False(error.ConditionFailed(db.Runs.Delete(Run.Key("1"))));
    }

    [Theory]
    [InlineData("ConditionalCheckFailed", TransactWriteFailureReason.ConditionalCheckFailed)]
    [InlineData("TransactionConflict", TransactWriteFailureReason.TransactionConflict)]
    [InlineData("ItemCollectionSizeLimitExceeded", TransactWriteFailureReason.ItemCollectionSizeLimitExceeded)]
    [InlineData("ProvisionedThroughputExceeded", TransactWriteFailureReason.ProvisionedThroughputExceeded)]
    [InlineData("ThrottlingError", TransactWriteFailureReason.ThrottlingError)]
    [InlineData("ValidationError", TransactWriteFailureReason.ValidationError)]
    [InlineData("AccessDenied", TransactWriteFailureReason.Other)]
    public async Task Failure_EveryCode_HasItsReason(string code, TransactWriteFailureReason reason)
    {
        var db = new Db();
        db.Transport.Fail(Canceled(new CancellationReason { Code = code }));
        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => WriteAsync(db));
        Assert.Equal((reason, code), (Assert.Single(error.Failures).Reason, error.Failures[0].Code));
    }

    [Fact]
    public async Task Write_CanceledWithoutAReasonForEachOperation_BlamesNone()
    {
        var db = new Db();
        db.Transport.Fail(Canceled()).Fail(new TransactionCanceledException("x") { CancellationReasons = null });
        Assert.Empty((await Assert.ThrowsAsync<TransactWriteCanceledException>(() => WriteAsync(db))).Failures);
        Assert.Empty((await Assert.ThrowsAsync<TransactWriteCanceledException>(() => WriteAsync(db))).Failures);
    }

    [Fact]
    public async Task Write_Conflict_IsSentAgainAsItWas_AfterGrowingWaits()
    {
        var db = new Db(options => options.MaxConflictRetries = 3);
        db.Transport.Fail(Conflict()).Fail(Conflict()).Fail(Conflict());
        await WriteAsync(db);
        Assert.Equal(4, db.Transport.Requests.Count);
        Assert.Single(db.Transport.Requests.Distinct());
        Assert.Equal([25, 50, 100], db.Clock.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task Write_ConflictThatStays_IsAnErrorAfterTheRetries()
    {
        var db = new Db(options => options.MaxConflictRetries = 2);
        db.Transport.Fail(Conflict()).Fail(Conflict()).Fail(Conflict());
        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => WriteAsync(db));
        Assert.Equal(TransactWriteFailureReason.TransactionConflict, Assert.Single(error.Failures).Reason);
        Assert.Equal(3, db.Transport.Requests.Count);
    }

    [Fact]
    public async Task Write_Conflict_IsAnErrorAtOnceUnlessAskedFor()
    {
        var db = new Db();
        db.Transport.Fail(Conflict());
        await Assert.ThrowsAsync<TransactWriteCanceledException>(() => WriteAsync(db));
        Assert.Single(db.Transport.Requests);
    }

    [Fact]
    public async Task Write_OptionOfOneTransaction_GoesBeforeTheClients()
    {
        var never = new Db(options => options.MaxConflictRetries = 5);
        never.Transport.Fail(Conflict());
        await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => WriteAsync(never, new TransactWriteOptions { MaxConflictRetries = 0 }));
        Assert.Single(never.Transport.Requests);

        var once = new Db();
        once.Transport.Fail(Conflict());
        await WriteAsync(once, new TransactWriteOptions { MaxConflictRetries = 1 });
        Assert.Equal(2, once.Transport.Requests.Count);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => WriteAsync(once, new TransactWriteOptions { MaxConflictRetries = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Db(options => options.MaxConflictRetries = -1));
    }

    /// <summary>A condition that does not hold, or an operation that is wrong, is so the next time, too.</summary>
    [Theory]
    [InlineData("ConditionalCheckFailed")]
    [InlineData("ValidationError")]
    [InlineData("None")]
    public async Task Write_MoreThanAConflict_IsNotSentAgain(string other)
    {
        var db = new Db(options => options.MaxConflictRetries = 3);
        db.Transport.Fail(Canceled(
            new CancellationReason { Code = other == "None" ? "None" : "TransactionConflict" }, new CancellationReason { Code = other }));
        await Assert.ThrowsAsync<TransactWriteCanceledException>(() => WriteAsync(db));
        Assert.Single(db.Transport.Requests);
    }

    [Fact]
    public async Task SingleWrites_Conflict_AreSentAgain()
    {
        var db = new Db(options => options.MaxConflictRetries = 1);
        db.Transport.Fail(new TransactionConflictException("x"));
        await db.Runs.PutAsync(new Run { RunId = "1" }, Ct);
        db.Transport.Fail(new TransactionConflictException("x"));
        await db.Runs.Update(Run.Key("1")).Set(r => r.Status, "x").ExecuteAsync(Ct);
        db.Transport.Fail(new TransactionConflictException("x"));
        await db.Runs.Delete(Run.Key("1")).ExecuteAsync(Ct);
        var operations = db.Transport.Requests.Select(request => request.Operation);
        Assert.Equal(
            [
                DynamoOperation.PutItem, DynamoOperation.PutItem, DynamoOperation.UpdateItem, DynamoOperation.UpdateItem,
                DynamoOperation.DeleteItem, DynamoOperation.DeleteItem,
            ],
            operations);
        Assert.Equal(3, db.Transport.Requests.Distinct().Count());
    }

    [Fact]
    public async Task SingleWrite_Conflict_IsAnErrorAtOnceUnlessAskedFor()
    {
        var db = new Db();
        db.Transport.Fail(new TransactionConflictException("x"));
        await Assert.ThrowsAsync<TransactionConflictException>(() => db.Runs.PutAsync(new Run { RunId = "1" }, Ct));
        Assert.Single(db.Transport.Requests);
    }

    [Fact]
    public async Task TransactGet_Conflict_IsSentAgain()
    {
        var db = new Db(options => options.MaxConflictRetries = 1);
        db.Transport.Fail(Conflict()).Answer("""{"Responses":[{"Item":{"runId":{"S":"1"}}}]}""");
        var get = db.Runs.Get(Run.Key("1"));
        var result = await db.Client.TransactGetAsync([get], cancellationToken: Ct);
        Assert.Equal("1", result.Find(get)!.RunId);
        Assert.Equal(2, db.Transport.Requests.Count);
    }

    [Fact]
    public async Task Write_CanceledCallWhileItWaits_Ends()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var db = new Db(options => options.MaxConflictRetries = 3);
        db.Transport.Answer(() =>
        {
            source.Cancel();
            throw Conflict();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => db.Client.TransactWriteAsync([db.Runs.Put(new Run { RunId = "1" })], source.Token));
        Assert.Single(db.Transport.Requests);
    }

    private static Task<TransactWriteResult> WriteAsync(Db db, TransactWriteOptions? options = null) =>
        db.Client.TransactWriteAsync([db.Runs.Put(new Run { RunId = "1" })], options ?? new TransactWriteOptions(), Ct);

    private static TransactionCanceledException Conflict() => Canceled(new CancellationReason { Code = "TransactionConflict" });

    private static TransactionCanceledException Canceled(params List<CancellationReason> reasons) =>
        new("Transaction cancelled", null, ErrorType.Sender, "TransactionCanceledException", "id", HttpStatusCode.BadRequest)
        {
            CancellationReasons = reasons,
        };
}
