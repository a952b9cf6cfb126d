using System.Collections;
using DynamoToolkit.Local;
using DynamoToolkit.Transport;

namespace TrackingStore.Tests.Support;

/// <summary>
/// All operations, but none until a fault of the engine has struck. A fault of these operations begins exactly when another one strikes.
/// </summary>
internal sealed class AllOnceStruck(LocalDynamo engine) : IReadOnlyCollection<string>
{
    private static readonly string[] Names = Enum.GetNames<DynamoOperation>();

    public int Count => Names.Length;

    public IEnumerator<string> GetEnumerator() => Names.TakeWhile(_ => engine.Faults.Struck > 0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
