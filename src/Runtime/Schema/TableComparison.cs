using DynamoToolkit.Protocol;

namespace DynamoToolkit.Schema;

/// <summary>Compares an existing table with its definition.</summary>
internal static class TableComparison
{
    /// <summary>Throws if there are differences that cannot be changed, and returns the missing global indexes.</summary>
    public static IReadOnlyList<IndexModel> MissingIndexes(string tableName, TableDescription table, TableDefinition definition)
    {
        if (!KeyComparison.AreSame(table.Partition, [definition.Partition]) || !KeyComparison.AreSame(table.Sort, definition.SortKeys()))
        {
            throw new SchemaMismatchException(
                tableName,
                $"The table '{tableName}' has {KeyComparison.Describe(table.Partition, table.Sort)}, but its item types declare "
                + $"{KeyComparison.Describe([definition.Partition], definition.SortKeys())}. "
                + "Keys cannot be changed: use another table, and move the items.");
        }

        List<IndexModel> missing = [];
        foreach (var index in definition.Indexes)
        {
            if (table.Indexes.FirstOrDefault(other => other.Name == index.Name) is { } existing)
            {
                ThrowIfDifferent(tableName, existing, index);
            }
            else if (index.Kind is IndexKind.Local)
            {
                throw new SchemaMismatchException(
                    tableName,
                    $"The table '{tableName}' has no local index '{index.Name}', and a local index can only be created with the table. "
                    + "Use a global index, or a new table.");
            }
            else
            {
                missing.Add(index);
            }
        }

        return missing;
    }

    private static void ThrowIfDifferent(string tableName, IndexDescription existing, IndexModel index)
    {
        const string wayOut = "Delete the index, or declare it under another name; EnsureTableAsync then creates it.";
        if (existing.Kind != index.Kind)
        {
            throw new SchemaMismatchException(
                tableName,
                $"The index '{index.Name}' of the table '{tableName}' is {existing.Kind}, but is declared {index.Kind}. {wayOut}");
        }

        if (!KeyComparison.AreSame(existing.Partition, index.Partition) || !KeyComparison.AreSame(existing.Sort, index.Sort))
        {
            throw new SchemaMismatchException(
                tableName,
                $"The index '{index.Name}' of the table '{tableName}' has {KeyComparison.Describe(existing.Partition, existing.Sort)}, "
                + $"but is declared with {KeyComparison.Describe(index.Partition, index.Sort)}. {wayOut}");
        }

        if (!Holds(existing, index))
        {
            throw new SchemaMismatchException(
                tableName,
                $"The index '{index.Name}' of the table '{tableName}' holds "
                + $"{Describe(existing.Projection, existing.IncludedAttributes)}, but is declared to hold "
                + $"{Describe(index.Projection, index.IncludedAttributes)}. {wayOut}");
        }
    }

    /// <summary>Whether the index holds at least the declared attributes.</summary>
    private static bool Holds(IndexDescription existing, IndexModel index) => existing.Projection switch
    {
        IndexProjection.All => true,
        IndexProjection.KeysOnly => index.Projection is IndexProjection.KeysOnly,
        _ => index.Projection is IndexProjection.KeysOnly
            || (index.Projection is IndexProjection.Include && index.IncludedAttributes.All(existing.IncludedAttributes.Contains)),
    };

    private static string Describe(IndexProjection projection, IReadOnlyList<string> attributes) =>
        projection is IndexProjection.Include ? $"the keys and {string.Join(", ", attributes)}" : projection.ToString();
}
