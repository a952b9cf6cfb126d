using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>No mapping at all: a copy of the object graph, what a read must allocate at the least.</summary>
public sealed class CloneMapping : MappingVariant
{
    public override string Name => "Clone of the objects";

    public override bool Writes => false;

    public override int WritePut(Order order, Stream? copy = null) => throw new NotSupportedException("A copy is never written.");

    public override int WriteBatch(List<Order> orders, Stream? copy = null) => throw new NotSupportedException("A copy is never written.");

    public override Order ReadItem(WireSample sample) => Orders.Clone(sample.Orders[0]);

    public override List<Order> ReadPage(WireSample sample) => Orders.Clone(sample.Orders);
}
