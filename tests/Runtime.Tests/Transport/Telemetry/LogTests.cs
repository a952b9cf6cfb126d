using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Telemetry;

public sealed class LogTests
{
    private readonly ListLogger log = new();

    [Theory]
    [InlineData(
        TransportKind.Http,
        "Debug GetItem on t failed with ThrottlingException \\(request REQUEST-1\\); attempt 2 follows in [0-9.]+ ms\\.")]
    [InlineData(TransportKind.Sdk, "Debug GetItem on t failed with ThrottlingException \\(request REQUEST-1\\); attempt 2 begins\\.")]
    public async Task RetriesAndTheEnd_AreWrittenWithoutValues(TransportKind kind, string retry)
    {
        await using var service = new FakeService(Reply.Error("ThrottlingException", message: "secret"));
        using var transport = Create(kind, service, attempts: 2);

        await Assert.ThrowsAsync<ThrottlingException>(() => transport.SendAsync(Transports.Request("""{"secret":1}""")));

        Assert.Collection(
            log.Lines,
            line => Assert.Matches($"^{retry}$", line),
            static line => Assert.Equal(
                "Warning GetItem on t failed with ThrottlingException (request REQUEST-1) after 2 attempts.", line));
    }

    [Fact]
    public async Task Bridge_TheEnd_IsWritten()
    {
        await using var service = new FakeService(Reply.Error("ThrottlingException", message: "secret"));
        using var transport = Create(TransportKind.Bridge, service, attempts: 2);

        await Assert.ThrowsAsync<ThrottlingException>(() => transport.SendAsync());

        Assert.Equal(
            "Warning GetItem on t failed with ThrottlingException (request REQUEST-1) after its client's attempts.",
            Assert.Single(log.Lines));
    }

    [Theory]
    [InlineData(TransportKind.Http)]
    [InlineData(TransportKind.Sdk)]
    [InlineData(TransportKind.Bridge)]
    public async Task ErrorThatIsTheCallersBusiness_IsNotWritten(TransportKind kind)
    {
        await using var service = new FakeService(Reply.Error("ConditionalCheckFailedException"));
        using var transport = Create(kind, service, attempts: 2);

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => transport.SendAsync(Transports.Request(operation: DynamoOperation.PutItem)));

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task WrongClock_IsWrittenWhenItIsCorrected()
    {
        await using var service = new FakeService(
            Reply.Error("RequestTimeTooSkewed").WithHeader("Date", DateTime.UtcNow.ToString("R")), Reply.Ok());
        using var transport = Create(TransportKind.Http, service, attempts: 2);

        await transport.SendAsync();

        Assert.Equal(
            "Warning The clock differs from the service's, and has been corrected for signatures; GetItem is sent again.",
            Assert.Single(log.Lines));
    }

    [Theory]
    [InlineData(TransportKind.Http)]
    [InlineData(TransportKind.Sdk)]
    public async Task Attempts_OfAConnectionThatBreaks_AreInTheException(TransportKind kind)
    {
        await using var service = new FakeService(Reply.Dropped);
        using var transport = Create(kind, service, attempts: 3);

        var exception = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Equal(3, exception.Attempts);
        Assert.Equal(
            "Warning GetItem on t failed with DynamoToolkit.Transport.TransportException (request (null)) after 3 attempts.",
            log.Lines.Last());
    }

    private IDynamoTransport Create(TransportKind kind, FakeService service, int attempts)
        => Transports.Create(kind, service.Address, attempts, log: log);
}
