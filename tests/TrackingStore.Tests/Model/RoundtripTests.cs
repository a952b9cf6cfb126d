using DynamoToolkit.ItemKit;
using DynamoToolkit.Local;
using TrackingStore.Model;

namespace TrackingStore.Tests.Model;

public sealed class RoundtripTests
{
    // Writes set the times and the token of experiments, and a batch can't keep the reservations and indexes of names.
    public static TheoryData<Type> Types =>
        [.. ItemRoundtrip.TypesOf(typeof(RunItem).Assembly).Where(
            type => type != typeof(ExperimentItem) && type != typeof(RunNameItem) && type != typeof(RegisteredModelItem))];

    [Theory]
    [MemberData(nameof(Types))]
    public void RandomItems_WrittenAndRead_AreTheSame(Type type) => ItemRoundtrip.Check(type, static () => LocalDynamo.InMemory());
}
