using DynamoToolkit.Transport.Http;

namespace DynamoToolkit.Runtime.Tests.Transport.Http;

public sealed class InvocationIdTests
{
    [Fact]
    public void Next_IsAnotherRandomUuidEachTime()
    {
        var ids = Enumerable.Range(0, 10_000).AsParallel().Select(static _ => InvocationId.Next()).ToHashSet();
        Assert.Equal(10_000, ids.Count);
        Assert.All(ids, static id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
    }
}
