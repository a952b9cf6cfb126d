using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>Times the variants of mapping.</summary>
/// <param name="rounds">How often each has its turn.</param>
internal sealed class MappingComparison(int rounds)
{
    private readonly Turns turns = new(rounds);

    public List<Measurement> Run(MappingVariant[] variants)
    {
        var order = Orders.Create(42);
        var hundred = Orders.CreateMany(100);
        var thousand = Orders.CreateMany(1000);
        var item = WireSample.Item();
        var page100 = WireSample.Page(100);
        var page1000 = WireSample.Page(1000);
        var writers = variants.Where(static variant => variant.Writes).ToArray();
        (string Operation, MappingVariant[] Variants, Func<MappingVariant, int> Run)[] cases =
        [
            ("Write 1", writers, variant => variant.WritePut(order)),
            ("Write 100", writers, variant => variant.WriteBatch(hundred)),
            ("Write 1,000", writers, variant => variant.WriteBatch(thousand)),
            ("Read 1", variants, variant => variant.ReadItem(item).Quantity),
            ("Read 100", variants, variant => variant.ReadPage(page100).Count),
            ("Read 1,000", variants, variant => variant.ReadPage(page1000).Count),
        ];

        // The compiler's last tier comes in the background, and late on a busy machine: all of it before the first measurement.
        foreach (var (_, mapped, run) in cases)
        {
            foreach (var variant in mapped)
                Turns.WarmUp(() => run(variant));
        }

        return
        [
            .. cases.SelectMany(measured => turns.Compare(
                measured.Operation,
                [.. measured.Variants.Select(variant => (variant.Name, (Func<int>)(() => measured.Run(variant))))])),
        ];
    }

    /// <summary>The items of a save of a version, beside the item written once.</summary>
    public IReadOnlyList<Measurement> RunSaves(SaveVariant[] variants)
    {
        var order = OrderVersion.Of(Orders.Create(42), version: 17);
        return turns.Compare(
            "Save 1", [.. variants.Select(variant => (variant.Name, (Func<int>)(() => variant.Write(order, null))))]);
    }
}
