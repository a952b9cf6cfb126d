using BenchmarkDotNet.Attributes;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>Entities to request bodies.</summary>
public class WriteBenchmarks
{
    private readonly Order one = Orders.Create(42);
    private readonly List<Order> hundred = Orders.CreateMany(100);
    private readonly List<Order> thousand = Orders.CreateMany(1000);

    public static IEnumerable<MappingVariant> Variants => MappingVariants.Create().Where(static variant => variant.Writes);

    [ParamsSource(nameof(Variants))]
    public required MappingVariant Variant { get; set; }

    [Benchmark]
    public int Write1() => Variant.WritePut(one);

    [Benchmark]
    public int Write100() => Variant.WriteBatch(hundred);

    [Benchmark]
    public int Write1000() => Variant.WriteBatch(thousand);
}
