using DynamoToolkit.ItemKit;
using DynamoToolkit.Local;
using TrackingStore.Model;

namespace TrackingStore.Tests.Model;

public sealed class RoundtripTests
{
    public static TheoryData<Type> Types => [.. ItemRoundtrip.TypesOf(typeof(RunItem).Assembly)];

    [Theory]
    [MemberData(nameof(Types))]
    public void RandomItems_WrittenAndRead_AreTheSame(Type type) => ItemRoundtrip.Check(type, static () => LocalDynamo.InMemory());
}
