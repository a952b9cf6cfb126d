using DynamoToolkit.Patterns.Materializers;
using DynamoToolkit.Streams;

namespace DynamoToolkit;

/// <summary>Keeps trigram indexes by the stream of their table.</summary>
public static class TrigramMaterializerExtensions
{
    /// <summary>
    /// Creates the handler that keeps the trigram indexes of a type whose <see cref="TrigramIndexedAttribute.Upkeep"/> is
    /// <see cref="TrigramUpkeep.Stream"/>: <c>papers.TrigramMaterializer()</c>. As soon as its consumer begins, repair the indexes once;
    /// before that, a search of them fails.
    /// </summary>
    /// <remarks>
    /// It does not copy what a record says. It reads what the table holds, consistently, and writes the difference. So changes may come
    /// twice, late or in any order, and a search never misses an item whose changes were all handled. An item whose change fails is parked.
    /// </remarks>
    /// <typeparam name="T">The item type that has the indexes. A base class keeps those of its derived types that it declares.</typeparam>
    /// <param name="table">The table.</param>
    /// <exception cref="InvalidOperationException">The writers of the items keep all indexes of the type.</exception>
    public static IChangeHandler<T> TrigramMaterializer<T>(this DynamoTable<T> table)
        where T : ITrigramItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return T.Model.Trigrams is { OfStream.Count: > 0 }
            ? new TrigramHandler<T>(table)
            : throw new InvalidOperationException(
                $"The writers of the items keep all trigram indexes of {typeof(T).Name}, so a worker has nothing to do for them. Remove "
                + "the call, or declare [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)].");
    }

    /// <summary>
    /// Adds the handler that keeps the trigram indexes of a type whose <see cref="TrigramIndexedAttribute.Upkeep"/> is
    /// <see cref="TrigramUpkeep.Stream"/>. As soon as the consumer begins, repair the indexes once; before that, a search of them fails.
    /// </summary>
    /// <typeparam name="T">The item type that has the indexes. A base class keeps those of its derived types that it declares.</typeparam>
    /// <param name="consumer">The consumer.</param>
    /// <exception cref="InvalidOperationException">The writers of the items keep all indexes of the type.</exception>
    public static StreamConsumer AddTrigramMaterializer<T>(this StreamConsumer consumer)
        where T : ITrigramItem<T>
    {
        ArgumentNullException.ThrowIfNull(consumer);
        return consumer.AddHandler(consumer.Client.Table<T>().TrigramMaterializer());
    }
}
