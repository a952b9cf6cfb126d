using DynamoToolkit.Transport.Sdk;
using NSubstitute;

namespace DynamoToolkit.Runtime.Tests.Transport.Sdk;

public sealed class SdkCallsTests
{
    private readonly TaskCompletionSource<IDisposable> call = new();
    private readonly IDisposable answer = Substitute.For<IDisposable>();

    [Fact]
    public async Task EndInTimeAsync_AnswerAfterTheTime_IsDisposed()
    {
        await Assert.ThrowsAsync<TimeoutException>(
            () => SdkCalls.EndInTimeAsync(_ => call.Task, TimeSpan.FromMilliseconds(1), CancellationToken.None));
        answer.DidNotReceive().Dispose();

        call.SetResult(answer);

        answer.Received(1).Dispose();
    }

    [Fact]
    public async Task EndInTimeAsync_AnswerAfterACancellation_IsDisposed()
    {
        using var cancellation = new CancellationTokenSource();
        var ended = SdkCalls.EndInTimeAsync(_ => call.Task, Timeout.InfiniteTimeSpan, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended);

        call.SetResult(answer);

        answer.Received(1).Dispose();
    }

    [Fact]
    public async Task EndInTimeAsync_AnswerInTime_IsTheCallers()
    {
        var ended = SdkCalls.EndInTimeAsync(_ => call.Task, TimeSpan.FromMinutes(1), CancellationToken.None);

        call.SetResult(answer);

        Assert.Same(answer, await ended);
        answer.DidNotReceive().Dispose();
    }

    [Fact]
    public async Task EndInTimeAsync_CallAfterItsTime_IsToldToEnd()
    {
        var given = CancellationToken.None;

        await Assert.ThrowsAsync<TimeoutException>(() => SdkCalls.EndInTimeAsync(
            token =>
            {
                given = token;
                return call.Task;
            },
            TimeSpan.FromMilliseconds(1),
            CancellationToken.None));

        Assert.True(given.IsCancellationRequested);
    }
}
