using BenchmarkDotNet.Attributes;
using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>Response bodies to entities.</summary>
public class ReadBenchmarks
{
    private readonly WireSample one = WireSample.Item();
    private readonly WireSample hundred = WireSample.Page(100);
    private readonly WireSample thousand = WireSample.Page(1000);

    public static IEnumerable<MappingVariant> Variants => MappingVariants.Create();

    [ParamsSource(nameof(Variants))]
    public required MappingVariant Variant { get; set; }

    [Benchmark]
    public Order Read1() => Variant.ReadItem(one);

    [Benchmark]
    public List<Order> Read100() => Variant.ReadPage(hundred);

    [Benchmark]
    public List<Order> Read1000() => Variant.ReadPage(thousand);
}
