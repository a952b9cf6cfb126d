namespace DynamoToolkit;

/// <summary>Which attributes a read asks for, to fill a smaller type.</summary>
internal static class Projections
{
    /// <summary>The attributes of a type, with what reading needs besides: keys to continue from, the time to live.</summary>
    public static IReadOnlyList<string> Of<TPart>(TableModel model, IndexModel? index = null)
        where TPart : IDynamoMap<TPart>
    {
        var names = TPart.AttributeNames;
        if (names.Count == 0)
            return [];

        List<string> all = [.. names];
        Add(all, model.Partition.AttributeName);
        Add(all, model.Sort?.AttributeName);
        Add(all, model.TimeToLiveAttribute);
        foreach (var key in index?.Partition ?? [])
            Add(all, key.AttributeName);
        foreach (var key in index?.Sort ?? [])
            Add(all, key.AttributeName);
        return all;
    }

    /// <summary>The attributes that any of the reads asks for; empty, which means all, where one asks for all.</summary>
    public static IReadOnlyList<string> Union(IEnumerable<IReadOperation> operations)
    {
        HashSet<string> all = [];
        foreach (var operation in operations)
        {
            if (operation.Projection.Count == 0)
                return [];

            all.UnionWith(operation.Projection);
        }

        return [.. all];
    }

    private static void Add(List<string> names, string? name)
    {
        if (name is not null && !names.Contains(name))
            names.Add(name);
    }
}
