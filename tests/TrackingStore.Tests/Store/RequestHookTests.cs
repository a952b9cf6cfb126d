using DynamoToolkit.Transport;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Store;

/// <summary>What comes between two requests of a test comes before all that are sent together.</summary>
public sealed class RequestHookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RequestsOfTheOperation_WaitForTheAction_AndOthersDoNot()
    {
        var hook = new RequestHook();
        var going = new TaskCompletionSource();
        hook.Next = (DynamoOperation.Query, () => going.Task);
        var first = hook.PassAsync(DynamoOperation.Query, Ct);
        Assert.Null(hook.Next);
        var others = Enumerable.Range(0, 3).Select(_ => hook.PassAsync(DynamoOperation.Query, Ct)).ToList();
        await hook.PassAsync(DynamoOperation.GetItem, Ct);
        await Task.Delay(20, Ct);
        Assert.All([first, .. others], one => Assert.False(one.IsCompleted));
        going.SetResult();
        await Task.WhenAll([first, .. others]);
    }

    [Fact]
    public async Task RequestsOfTheActionItself_Pass_AndBeginWhatItHooks()
    {
        var hook = new RequestHook();
        var inner = 0;
        hook.Next = (DynamoOperation.Query, async () =>
        {
            await hook.PassAsync(DynamoOperation.Query, Ct);
            hook.Next = (DynamoOperation.Query, async () =>
            {
                // In both actions.
                await hook.PassAsync(DynamoOperation.Query, Ct);
                inner++;
            }
            );
            await Task.Run(() => hook.PassAsync(DynamoOperation.Query, Ct), Ct);
        }
        );
        await hook.PassAsync(DynamoOperation.Query, Ct).WaitAsync(TimeSpan.FromMinutes(3), Ct);
        Assert.Equal(1, inner);
    }

    [Fact]
    public async Task ActionThatFails_FailsTheFirstRequest_AndLetsTheOthersPass()
    {
        var hook = new RequestHook();
        var going = new TaskCompletionSource();
        hook.Next = (DynamoOperation.Query, () => going.Task);
        var first = hook.PassAsync(DynamoOperation.Query, Ct);
        var other = hook.PassAsync(DynamoOperation.Query, Ct);
        going.SetException(new IOException("Cut."));
        await Assert.ThrowsAsync<IOException>(() => first);
        await other.WaitAsync(TimeSpan.FromMinutes(3), Ct);
    }

    [Fact]
    public async Task ManyRequestsAtOnce_BeginTheActionOnce()
    {
        for (var i = 0; i < 200; i++)
        {
            var hook = new RequestHook();
            var (begun, ended) = (0, 0);
            hook.Next = (DynamoOperation.Query, async () =>
            {
                Interlocked.Increment(ref begun);
                await Task.Yield();
                Volatile.Write(ref ended, 1);
            }
            );
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
                async () =>
                {
                    await hook.PassAsync(DynamoOperation.Query, Ct);
                    Assert.Equal(1, Volatile.Read(ref ended));
                },
                Ct)));
            Assert.Equal(1, begun);
        }
    }
}
