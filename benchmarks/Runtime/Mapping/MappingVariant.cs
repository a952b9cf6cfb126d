using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>One way between entities and DynamoDB's wire bytes: makes request bodies and reads response bodies, sends nothing.</summary>
public abstract class MappingVariant
{
    /// <summary>Its name in every table.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it maps at all: a copy of the object graph has no wire.</summary>
    public virtual bool Writes => true;

    /// <summary>Whether it reads every JSON text of the same meaning, not only the service's own notation.</summary>
    public virtual bool ReadsAnyJson => true;

    /// <summary>Makes the body of a PutItem request.</summary>
    /// <param name="order">The item.</param>
    /// <param name="copy">Where the bytes go for the check before the measurement; null when measured.</param>
    /// <returns>The body's length in bytes.</returns>
    public abstract int WritePut(Order order, Stream? copy = null);

    /// <summary>Makes the body of a BatchWriteItem request with a put of every item, also of more than the service takes.</summary>
    /// <inheritdoc cref="WritePut"/>
    public abstract int WriteBatch(List<Order> orders, Stream? copy = null);

    /// <summary>Reads the body of a GetItem response.</summary>
    public abstract Order ReadItem(WireSample sample);

    /// <summary>Reads the body of a Query response.</summary>
    public abstract List<Order> ReadPage(WireSample sample);

    /// <summary>BenchmarkDotNet shows a parameter as its text.</summary>
    public sealed override string ToString() => Name;
}
