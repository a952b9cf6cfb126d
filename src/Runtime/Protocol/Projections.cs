using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The attributes that a read requests to fill a smaller type.</summary>
internal static class Projections
{
    /// <summary>The attributes of a type, and the others that reading needs: the keys to continue from and the time to live.</summary>
    /// <exception cref="ArgumentException">The index does not hold an attribute of the type.</exception>
    /// <exception cref="InvalidOperationException">The type has items of its own in the table.</exception>
    public static IReadOnlyList<string> Of<TPart>(TableModel model, IndexModel? index = null)
        where TPart : IDynamoMap<TPart>
    {
        model.ThrowIfApart<TPart>();
        var names = TPart.AttributeNames;
        if (names.Count == 0)
            return [];

        if (index is not null && names.FirstOrDefault(name => !Has(model, index, name)) is { } missing)
        {
            throw new ArgumentException(
                $"The index '{index.Name}' does not hold the attribute '{missing}' of {typeof(TPart).Name}, "
                + "so DynamoDB cannot read it there. "
                + "Include the attribute in the index, or read a type without it.");
        }

        List<string> all = [.. names];
        Add(all, model.Partition.AttributeName);
        Add(all, model.Sort?.AttributeName);
        Add(all, model.Discriminator?.AttributeName);
        if (model.TimeToLiveAttribute is { } timeToLive && (index is null || Has(model, index, timeToLive)))
            Add(all, timeToLive);
        foreach (var key in index?.Partition ?? [])
            Add(all, key.AttributeName);
        foreach (var key in index?.Sort ?? [])
            Add(all, key.AttributeName);
        return all;
    }

    /// <summary>The attributes that any of the reads requests; empty, which means all, if one requests all.</summary>
    public static IReadOnlyList<string> Union(IEnumerable<IGetOperation> operations)
    {
        HashSet<string> all = [];
        foreach (var operation in operations)
        {
            if (operation.Request.Projection.Count == 0)
                return [];

            all.UnionWith(operation.Request.Projection);
        }

        return [.. all];
    }

    /// <summary>
    /// Whether an attribute can be read from an index. For a local index, DynamoDB fetches attributes that it does not hold from the table.
    /// </summary>
    private static bool Has(TableModel model, IndexModel index, string name) =>
        index.Kind == IndexKind.Local
        || index.Projection == IndexProjection.All
        || model.HasKey(name)
        || index.HasKey(name)
        || index.IncludedAttributes.Contains(name);

    private static void Add(List<string> names, string? name)
    {
        if (name is not null && !names.Contains(name))
            names.Add(name);
    }
}
