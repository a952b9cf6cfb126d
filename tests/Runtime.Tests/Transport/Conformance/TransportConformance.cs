using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Conformance;

/// <summary>What every transport does alike: the same tests for all of them.</summary>
public abstract class TransportConformance(TransportKind kind)
{
    /// <summary>Long enough for a call to fail by itself, and far below what any of the waits before a cancellation would take.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromMinutes(1);

    public static TheoryData<DynamoOperation> Operations => [.. Enum.GetValues<DynamoOperation>()];

    public static TheoryData<DynamoOperation> StreamOperations => [.. Enum.GetValues<DynamoOperation>().Where(OperationNames.IsOfStreams)];

    // The SDK's interface has no operations of streams, so the bridge cannot have them.
    private bool Lacks(DynamoOperation operation) => kind == TransportKind.Bridge && OperationNames.IsOfStreams(operation);

    [Theory]
    [MemberData(nameof(StreamOperations))]
    public async Task SendAsync_OperationOfStreams_IsSentOrRefused(DynamoOperation operation)
    {
        var (request, response) = Samples.For(operation);
        await using var service = new FakeService(Reply.Ok(response));
        using var transport = Create(service.Address, attempts: 1);

        if (Lacks(operation))
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => transport.SendAsync(Transports.Request(request, operation)));
            Assert.Empty(service.Requests);
            return;
        }

        await transport.SendAsync(Transports.Request(request, operation));
        Assert.Equal("DynamoDBStreams_20120810." + operation, Assert.Single(service.Requests).Headers["X-Amz-Target"]);
    }

    [Theory]
    [InlineData("ExpiredIteratorException")]
    [InlineData("TrimmedDataAccessException")]
    [InlineData("ResourceNotFoundException")]
    public async Task SendAsync_ErrorOfStreams_HasItsCode(string code)
    {
        await using var service = new FakeService(Reply.Error(code, message: "why"));
        using var transport = Create(service.Address, attempts: 1);
        if (Lacks(DynamoOperation.GetRecords))
            return;

        var error = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(
            () => transport.SendAsync(Transports.Request("{}", DynamoOperation.GetRecords)));

        Assert.Equal((code, "why"), (error.ErrorCode, error.Message));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task SendAsync_EveryOperation_SendsAndGivesTheSameJson(DynamoOperation operation)
    {
        if (Lacks(operation))
            return;

        var (request, response) = Samples.For(operation);
        await using var service = new FakeService(Reply.Ok(response));
        using var transport = Create(service.Address, attempts: 1);

        var given = await transport.SendAsync(Transports.Request(request, operation));

        var received = Assert.Single(service.Requests);
        Assert.Equal(operation.ToString(), received.Operation);
        AssertSameJson(request, System.Text.Encoding.UTF8.GetString(received.Body));
        AssertSameJson(response, given);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task SendAsync_EmptyResponse_IsAnEmptyObject(DynamoOperation operation)
    {
        if (Lacks(operation))
            return;

        await using var service = new FakeService(Reply.Ok());
        using var transport = Create(service.Address, attempts: 1);

        using var given = JsonDocument.Parse(await transport.SendAsync(Transports.Request(Samples.For(operation).Request, operation)));

        // The SDK's objects can't tell a missing list or map from an empty one in every place.
        Assert.All(given.RootElement.EnumerateObject(), static field => Assert.Contains(
            field.Value.GetRawText(), (string[])["[]", "{}", "0"]));
    }

    [Theory]
    [InlineData("ProvisionedThroughputExceededException", typeof(ProvisionedThroughputExceededException))]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("TransactionConflictException", typeof(TransactionConflictException))]
    [InlineData("ItemCollectionSizeLimitExceededException", typeof(ItemCollectionSizeLimitExceededException))]
    [InlineData("ReplicatedWriteConflictException", typeof(ReplicatedWriteConflictException))]
    [InlineData("ThrottlingException", typeof(ThrottlingException))]
    [InlineData("RequestLimitExceeded", typeof(RequestLimitExceededException))]
    [InlineData("ValidationException", typeof(AmazonDynamoDBException))]
    public async Task SendAsync_ServiceError_IsTheSdksOwnException(string code, Type expected)
    {
        await using var service = new FakeService(Reply.Error(code, message: "why"));
        using var transport = Create(service.Address, attempts: 1);

        var exception = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(
            () => transport.SendAsync(Transports.Request(Samples.For(DynamoOperation.PutItem).Request, DynamoOperation.PutItem)));

        Assert.IsType(expected, exception);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal("why", exception.Message);
        Assert.Equal("REQUEST-1", exception.RequestId);
        Assert.Equal(400, (int)exception.StatusCode);
    }

    [Fact]
    public async Task SendAsync_FailedCondition_CarriesTheItem()
    {
        await using var service = new FakeService(ReplyWith(
            """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"m","Item":""" +
            """{"a":{"L":[{"N":"1"}]}}}"""));
        using var transport = Create(service.Address, attempts: 1);

        var exception = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => transport.SendAsync(Transports.Request(Samples.For(DynamoOperation.UpdateItem).Request, DynamoOperation.UpdateItem)));

        Assert.Equal("1", exception.Item["a"].L.Single().N);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task SendAsync_CancelledTransaction_CarriesTheReasons()
    {
        await using var service = new FakeService(ReplyWith(
            """
            {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"m","CancellationReasons":[
            {"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"failed","Item":{"a":{"S":"b"}}}]}
            """));
        using var transport = Create(service.Address, attempts: 1);

        var exception = await Assert.ThrowsAsync<TransactionCanceledException>(
            () => transport.SendAsync(
                Transports.Request(Samples.For(DynamoOperation.TransactWriteItems).Request, DynamoOperation.TransactWriteItems)));

        Assert.Equal(["None", "ConditionalCheckFailed"], exception.CancellationReasons.Select(static reason => reason.Code));
        Assert.Equal("b", exception.CancellationReasons[1].Item["a"].S);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task SendAsync_PassingFaults_AreRetried()
    {
        await using var service = new FakeService(
            Reply.Error("InternalServerError", 500), Reply.Dropped, Reply.Ok("""{"TableNames":[]}"""));
        using var transport = Create(service.Address, attempts: 3);

        AssertSameJson("""{"TableNames":[]}""", await transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables)));
        Assert.Equal(3, service.Requests.Count);
        Assert.All(service.Requests, static request => Assert.Equal("{}"u8, request.Body));
    }

    [Fact]
    public async Task SendAsync_ReplicatedWriteConflict_IsRetried()
    {
        await using var service = new FakeService(Reply.Error("ReplicatedWriteConflictException"), Reply.Ok());
        using var transport = Create(service.Address, attempts: 2);

        AssertSameJson(
            "{}", await transport.SendAsync(Transports.Request(Samples.For(DynamoOperation.PutItem).Request, DynamoOperation.PutItem)));
    }

    [Fact]
    public async Task SendAsync_DamagedResponse_IsRetried()
    {
        var good = Reply.Ok("""{"TableNames":["a"]}""");
        await using var service = new FakeService(good with { Checksum = 1 }, good);
        using var transport = Create(service.Address, attempts: 2);

        AssertSameJson("""{"TableNames":["a"]}""", await transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables)));
    }

    [Fact]
    public async Task SendAsync_NobodyListening_IsANamedError()
    {
        var service = new FakeService(Reply.Ok());
        await service.DisposeAsync();
        using var transport = Create(service.Address, attempts: 1);

        var exception = await Assert.ThrowsAsync<TransportException>(
            () => transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables)));
        Assert.Equal(DynamoOperation.ListTables, exception.Operation);
    }

    [Fact]
    public async Task SendAsync_CancelledBeforeTheHeaders_EndsPromptly()
    {
        using var cancellation = new CancellationTokenSource();
        await using var service = new FakeService(_ =>
        {
            cancellation.Cancel();
            return Reply.Ok() with { Until = Never };
        });
        using var transport = Create(service.Address, attempts: 1);

        var call = transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables), cancellation.Token).AsTask();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => call.WaitAsync(Promptly, TestContext.Current.CancellationToken));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task SendAsync_CancelledInTheBody_EndsPromptly(int status)
    {
        using var cancellation = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        await using var service = new FakeService(_ =>
        {
            arrived.TrySetResult();
            return Reply.Ok() with { Status = status, BodyUntil = Never };
        });
        using var transport = Create(service.Address, attempts: 3);

        var call = transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables), cancellation.Token).AsTask();
        await arrived.Task;
        await Assert.ThrowsAsync<TimeoutException>(() => call.WaitAsync(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken));
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => call.WaitAsync(Promptly, TestContext.Current.CancellationToken));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(service.Requests);
    }

    /// <summary>
    /// All at once: where an SDK's client blocks in a body, the call ends after the longest that it can take, which is 20 seconds more.
    /// </summary>
    [Fact]
    public Task SendAsync_NoWholeAnswerInTime_IsATimeout() => Task.WhenAll(
        EndsByItselfAsync(status: 200, headersCome: false),
        EndsByItselfAsync(status: 200, headersCome: true),
        EndsByItselfAsync(status: 500, headersCome: true));

    [Theory]
    [InlineData("<html>Please log in.</html>", true)]
    [InlineData("<html>Please log in.</html>", false)]
    [InlineData("{\"TableNames\":[\"a\",\"b", true)]
    [InlineData("{\"TableNames\":[\"a\",\"b", false)]
    [InlineData("{\"TableNames\":[{}", false)]
    [InlineData("", false)]
    public async Task SendAsync_SuccessThatIsNoJsonObject_IsRetriedAndThenNamed(string body, bool hasChecksum)
    {
        await using var service = new FakeService(Reply.Ok(body) with { HasNoChecksum = !hasChecksum });
        using var transport = Create(service.Address, attempts: 2);

        var exception = await Assert.ThrowsAsync<TransportException>(
            () => transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables)));
        Assert.Equal(DynamoOperation.ListTables, exception.Operation);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_ErrorThatIsNoJson_IsAServiceErrorOfItsStatus()
    {
        await using var service = new FakeService(Reply.Ok("<html>Bad gateway</html>") with { Status = 502, HasNoChecksum = true });
        using var transport = Create(service.Address, attempts: 1);

        var exception = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables)));
        Assert.Equal(502, (int)exception.StatusCode);
    }

    [Fact]
    public async Task SendAsync_DamagedAndCutResponses_AreNamedInTheEnd()
    {
        var answer = Reply.Ok("""{"TableNames":["a"]}""");
        await using var service = new FakeService(answer with { Checksum = 1 }, answer with { CutAt = 10 });
        using var transport = Create(service.Address, attempts: 1);

        await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables)));
        await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables)));
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_GetEachTheirOwnAnswer()
    {
        await using var service = new FakeService(static request =>
        {
            using var json = JsonDocument.Parse(request.Body);
            return Reply.Ok($$"""{"LastEvaluatedTableName":"{{json.RootElement.GetProperty("ExclusiveStartTableName")}}"}""");
        });
        using var transport = Create(service.Address, attempts: 1);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            var answer = await transport.SendAsync(
                Transports.Request($$"""{"ExclusiveStartTableName":"{{number}}"}""", DynamoOperation.ListTables));
            using var json = JsonDocument.Parse(answer);
            Assert.Equal($"{number}", json.RootElement.GetProperty("LastEvaluatedTableName").GetString());
        }));
    }

    private async Task EndsByItselfAsync(int status, bool headersCome)
    {
        var reply = Reply.Ok() with { Status = status };
        await using var service = new FakeService(headersCome ? reply with { BodyUntil = Never } : reply with { Until = Never });

        // A busy machine may not even send a request in so short a time. Then there is more of it.
        for (var seconds = 2; service.Requests.Count == 0; seconds *= 5)
        {
            using var transport = Create(service.Address, attempts: 1, TimeSpan.FromSeconds(seconds));
            var call = transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables), TestContext.Current.CancellationToken)
                .AsTask();

            var exception = await Assert.ThrowsAsync<TransportTimeoutException>(
                () => call.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken));
            Assert.Equal(DynamoOperation.ListTables, exception.Operation);
        }

        Assert.Single(service.Requests);
    }

    private static Task Never { get; } = new TaskCompletionSource().Task;

    private IDynamoTransport Create(Uri address, int attempts, TimeSpan? timeout = null)
        => Transports.Create(kind, address, attempts, timeout);

    private static Reply ReplyWith(string body) => Reply.Ok(body) with { Status = 400 };

    private static void AssertSameJson(string expected, string actual)
    {
        using var expectedJson = JsonDocument.Parse(expected);
        using var actualJson = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(expectedJson.RootElement, actualJson.RootElement), $"Expected {expected}\nActual {actual}");
    }
}
