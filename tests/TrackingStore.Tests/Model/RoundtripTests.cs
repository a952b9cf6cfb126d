using DynamoToolkit;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local;
using TrackingStore.Model;

namespace TrackingStore.Tests.Model;

public sealed class RoundtripTests
{
    // Writes set the times and the token of experiments, a batch can't keep the reservations and indexes of names, and views are not put.
    public static TheoryData<Type> Types =>
        [.. ItemRoundtrip.TypesOf(typeof(RunItem).Assembly).Where(
            type => type != typeof(ExperimentItem) && type != typeof(RunNameItem) && type != typeof(RegisteredModelItem)
                && !type.IsDefined(typeof(ViewOfAttribute), false))];

    [Theory]
    [MemberData(nameof(Types))]
    public void RandomItems_WrittenAndRead_AreTheSame(Type type) => ItemRoundtrip.Check(type, static () => LocalDynamo.InMemory());
}
