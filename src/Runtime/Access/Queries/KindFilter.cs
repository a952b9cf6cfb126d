using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The filter that limits a read to one item type if the keys alone do not. It tests the constant text of the table's key templates, and
/// the discriminator.
/// </summary>
internal static class KindFilter
{
    /// <summary>The filter of a scan of the table.</summary>
    public static Condition? OfScan(TableModel model)
    {
        var filter = OfKey(model.Partition);
        if (model.Sort is { } sort)
            filter = And(filter, OfKey(sort));
        return And(filter, OfDiscriminator(model));
    }

    /// <summary>The filter of a query of the table. The key condition already limits the query to the type's keys.</summary>
    public static Condition? OfQuery(TableModel model) => OfDiscriminator(model);

    /// <summary>
    /// The filter of a query of an index. Items of other types may have the same keys in the index, but not in the table.
    /// </summary>
    public static Condition? OfIndexQuery(TableModel model, IndexModel index)
    {
        var filter = index.HasKey(model.Partition.AttributeName) ? null : OfKey(model.Partition);
        if (model.Sort is { } sort && !index.HasKey(sort.AttributeName))
            filter = And(filter, OfKey(sort));
        ThrowIfTypeIsUnknown(model, index);
        return And(filter, OfDiscriminator(model));
    }

    /// <summary>Refuses to read types of a family from an index that does not hold their names.</summary>
    /// <exception cref="InvalidOperationException">The index does not hold them.</exception>
    public static void ThrowIfTypeIsUnknown(TableModel model, IndexModel index)
    {
        if (model.Discriminator is { } discriminator && !index.Holds(discriminator.AttributeName))
        {
            throw new InvalidOperationException(
                $"The index '{index.Name}' does not hold the attribute '{discriminator.AttributeName}', so a query of it cannot tell "
                + $"{model.ItemType.Name} from the other types of its family. Include the attribute in the index, or project all "
                + "attributes.");
        }
    }

    private static Condition? OfKey(KeyModel key)
    {
        var attribute = new Attribute<string, StringConverter>(key.AttributeName);
        return key switch
        {
            { IsConstant: true } => attribute == key.ConstantPrefix,
            { ConstantPrefix.Length: > 0 } => attribute.StartsWith(key.ConstantPrefix),
            _ => null,
        };
    }

    private static Condition? OfDiscriminator(TableModel model) =>
        model.Discriminator is { } discriminator ? ItemTypeCondition.Is(discriminator) : null;

    private static Condition? And(Condition? first, Condition? second) => first is null ? second : second is null ? first : first & second;
}
