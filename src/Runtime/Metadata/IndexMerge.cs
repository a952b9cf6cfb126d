namespace DynamoToolkit;

/// <summary>
/// Merges the indexes that the item types of one table declare. Two declarations with the same name must describe the same index.
/// </summary>
internal static class IndexMerge
{
    public static IReadOnlyList<IndexModel> Merge(ReadOnlySpan<TableModel> models)
    {
        var merged = new List<IndexModel>();
        foreach (var model in models)
        {
            foreach (var index in model.Indexes)
            {
                var position = merged.FindIndex(other => other.Name == index.Name);
                if (position < 0)
                    merged.Add(index);
                else
                    merged[position] = Merge(model, merged[position], index);
            }
        }

        return merged;
    }

    private static IndexModel Merge(TableModel model, IndexModel first, IndexModel second)
    {
        if (first.Kind != second.Kind)
        {
            throw new ArgumentException(
                $"The index '{first.Name}' of the table '{model.TableName}' is declared as {first.Kind} and as {second.Kind}. "
                + "Declare the same kind on each item type, or use two names.");
        }

        if (!KeyComparison.AreSame(first.Partition, second.Partition) || !KeyComparison.AreSame(first.Sort, second.Sort))
        {
            throw new ArgumentException(
                $"The index '{first.Name}' of the table '{model.TableName}' is declared with different keys: "
                + $"{KeyComparison.Describe(first.Partition, first.Sort)} and {KeyComparison.Describe(second.Partition, second.Sort)}. "
                + "Declare the same keys on each item type, or use two names.");
        }

        if (first.Projection != second.Projection)
        {
            throw new ArgumentException(
                $"The index '{first.Name}' of the table '{model.TableName}' is declared to hold {first.Projection} and "
                + $"{second.Projection}. Declare the same projection on each item type.");
        }

        return new IndexModel(first.Name)
        {
            Kind = first.Kind,
            Partition = first.Partition,
            Sort = first.Sort,
            Projection = first.Projection,
            IncludedAttributes = [.. first.IncludedAttributes.Union(second.IncludedAttributes)],
        };
    }
}
