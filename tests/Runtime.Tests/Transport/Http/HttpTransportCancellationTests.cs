using DynamoToolkit.Runtime.Tests.Transport.Support;

namespace DynamoToolkit.Runtime.Tests.Transport.Http;

public sealed class HttpTransportCancellationTests
{
    private static readonly TimeSpan Promptly = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task SendAsync_CancelledBefore_SendsNothing()
    {
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service);
        var cancelled = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await transport.SendAsync(Transports.Request(), cancelled));

        Assert.Equal(cancelled, exception.CancellationToken);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendAsync_CancelledWhileWaitingForTheAnswer_EndsPromptly(bool headersCome)
    {
        using var cancellation = new CancellationTokenSource();
        var never = new TaskCompletionSource().Task;
        var arrived = new TaskCompletionSource();
        await using var service = new FakeService(request =>
        {
            arrived.SetResult();
            return headersCome ? Reply.Ok() with { BodyUntil = never } : Reply.Ok() with { Until = never };
        });
        using var transport = Transports.To(service);

        var call = transport.SendAsync(Transports.Request(), cancellation.Token).AsTask();
        await arrived.Task;
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => call.WaitAsync(Promptly, TestContext.Current.CancellationToken));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileWaitingForTheRetry_EndsPromptly()
    {
        using var cancellation = new CancellationTokenSource();
        await using var service = new FakeService(Reply.Error("ThrottlingException"));
        using var transport = Transports.To(service, options =>
        {
            options.BaseDelay = options.MaxDelay = TimeSpan.FromHours(1);
            options.Jitter = () =>
            {
                cancellation.CancelAfter(20);
                return 0.9;
            };
        });

        var call = transport.SendAsync(Transports.Request(), cancellation.Token).AsTask();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Promptly, TestContext.Current.CancellationToken));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task SendAsync_AfterACancelledCall_WorksOn()
    {
        using var cancellation = new CancellationTokenSource();
        var never = new TaskCompletionSource().Task;
        await using var service = new FakeService(request =>
        {
            if (request.Number > 1)
                return Reply.Ok();
            cancellation.Cancel();
            return Reply.Ok() with { Until = never };
        });
        using var transport = Transports.To(service);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await transport.SendAsync(Transports.Request(), cancellation.Token));

        Assert.Equal("{}", await transport.SendAsync());
        Assert.Equal(500, transport.RetryTokens);
    }
}
