using DynamoToolkit.Local.Server;

namespace DynamoToolkit.Local.Tests.Doors;

public sealed class SocketThreadTests
{
    [Fact]
    public async Task Leave_ThreadThatIsNotOfThePool_GoesOnOnThePool()
    {
        var isOfPool = new TaskCompletionSource<bool>();
        new Thread(() => _ = LeaveAsync(isOfPool)).Start();

        Assert.True(await isOfPool.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task Leave_ThreadOfThePool_Stays() => Task.Run(
        static () => Assert.True(SocketThread.LeaveAsync().GetAwaiter().IsCompleted), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("GetItem", 1_000, true)]
    [InlineData("UpdateItem", 1_000, true)]
    [InlineData("PutItem", 400_000, false)]
    [InlineData("Scan", 10, false)]
    [InlineData("UpdateTable", 10, false)]
    [InlineData("TransactWriteItems", 10, false)]
    public void IsShort_OperationAndBody_Decide(string operation, int bytes, bool isShort) =>
        Assert.Equal(isShort, SocketThread.IsShort(operation, new byte[bytes]));

    private static async Task LeaveAsync(TaskCompletionSource<bool> isOfPool)
    {
        await SocketThread.LeaveAsync();
        isOfPool.SetResult(Thread.CurrentThread.IsThreadPoolThread);
    }
}
