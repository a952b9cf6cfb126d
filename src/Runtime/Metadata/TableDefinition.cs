namespace DynamoToolkit;

/// <summary>
/// One table as all of its item types together describe it. <c>EnsureTableAsync</c> creates it or compares a table with it.
/// </summary>
public sealed class TableDefinition
{
    private TableDefinition(TableModel first)
    {
        TableName = first.TableName;
        Partition = first.Partition;
        Sort = first.Sort;
    }

    private TableDefinition(TableDefinition other)
    {
        TableName = other.TableName;
        Partition = other.Partition;
        Sort = other.Sort;
        Indexes = other.Indexes;
        TimeToLiveAttribute = other.TimeToLiveAttribute;
        HasStream = true;
    }

    /// <summary>The table's name in the models, before any mapping to a physical name.</summary>
    public string TableName { get; }

    /// <summary>The partition key attribute.</summary>
    public KeyModel Partition { get; }

    /// <summary>The sort key attribute, if any.</summary>
    public KeyModel? Sort { get; }

    /// <summary>The secondary indexes of all item types.</summary>
    public IReadOnlyList<IndexModel> Indexes { get; private init; } = [];

    /// <summary>The attribute that holds the time at which an item expires, if any item type has one.</summary>
    public string? TimeToLiveAttribute { get; private init; }

    /// <summary>
    /// Whether the table has a stream with the items before and after each change: <see cref="WithStream"/>. If false, a stream that the
    /// table has is left as it is.
    /// </summary>
    public bool HasStream { get; private init; }

    /// <summary>
    /// The same table with a stream of all changes, which show the item before and after (<c>NEW_AND_OLD_IMAGES</c>). It costs nothing
    /// until it is read.
    /// </summary>
    public TableDefinition WithStream() => new(this);

    /// <summary>Merges the declarations of all item types of one table.</summary>
    /// <param name="models">The models: <c>TableModel.Of&lt;Run&gt;()</c> for each item type.</param>
    /// <exception cref="ArgumentException">The item types contradict each other.</exception>
    public static TableDefinition For(params ReadOnlySpan<TableModel> models)
    {
        if (models.IsEmpty)
            throw new ArgumentException("A table needs at least one item type. Pass TableModel.Of<T>() for each.", nameof(models));

        var first = models[0];
        foreach (var model in models)
            ThrowIfDifferent(first, model);

        ThrowIfAnyConflict([.. models, .. Reservation.ModelsFor(models), .. Posting.ModelsFor(models), .. TrigramLedger.ModelsFor(models)]);
        var definition = new TableDefinition(first)
        {
            Indexes = IndexMerge.Merge(models),
            TimeToLiveAttribute = MergeTimeToLive(models),
        };
        definition.ThrowIfTypesDiffer();
        return definition;
    }

    /// <summary>Merges the declarations of item types of any tables, into one definition a table.</summary>
    /// <param name="models">The models: <c>DynamoModels.All</c>, which the generator writes, for all item types of a project.</param>
    /// <returns>The definitions, ordered by the table's name.</returns>
    /// <exception cref="ArgumentException">Item types of one table contradict each other.</exception>
    public static IReadOnlyList<TableDefinition> ForAll(IEnumerable<TableModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return
        [
            .. models.GroupBy(static model => model.TableName)
                .OrderBy(static types => types.Key, StringComparer.Ordinal)
                .Select(static types => For([.. types])),
        ];
    }

    /// <inheritdoc/>
    public override string ToString() => TableName;

    /// <summary>All key attributes of the table and its indexes, each once.</summary>
    internal IEnumerable<KeyModel> KeyAttributes() => AllKeys().DistinctBy(static key => key.AttributeName);

    /// <summary>The key attributes of the table.</summary>
    internal IReadOnlyList<KeyModel> SortKeys() => Sort is null ? [] : [Sort];

    private static void ThrowIfDifferent(TableModel first, TableModel other)
    {
        if (first.TableName != other.TableName)
        {
            throw new ArgumentException(
                $"{first.ItemType.Name} is in the table '{first.TableName}' and {other.ItemType.Name} in '{other.TableName}'. "
                + "Make a definition for each table.");
        }

        if (!KeyComparison.AreSame([first.Partition], [other.Partition]) || !KeyComparison.AreSame(SortOf(first), SortOf(other)))
        {
            throw new ArgumentException(
                $"{first.ItemType.Name} and {other.ItemType.Name} are in one table, '{first.TableName}', but declare different keys: "
                + $"{KeyComparison.Describe([first.Partition], SortOf(first))} and "
                + $"{KeyComparison.Describe([other.Partition], SortOf(other))}. "
                + "Give their key attributes the same names and types, or use two tables.");
        }
    }

    private static void ThrowIfAnyConflict(ReadOnlySpan<TableModel> models)
    {
        for (var i = 1; i < models.Length; i++)
        {
            foreach (var earlier in models[..i])
            {
                if (models[i].Conflicts(earlier))
                    throw new ArgumentException(KeyComparison.DescribeConflict(models[i], earlier));
            }
        }
    }

    private static KeyModel[] SortOf(TableModel model) => model.Sort is { } sort ? [sort] : [];

    private static string? MergeTimeToLive(ReadOnlySpan<TableModel> models)
    {
        TableModel? source = null;
        foreach (var model in models)
        {
            if (model.TimeToLiveAttribute is null)
                continue;
            if (source is not null && source.TimeToLiveAttribute != model.TimeToLiveAttribute)
            {
                throw new ArgumentException(
                    $"{source.ItemType.Name} expires by '{source.TimeToLiveAttribute}' and {model.ItemType.Name} by "
                    + $"'{model.TimeToLiveAttribute}', but a table has only one time-to-live attribute. "
                    + "Give both members the same attribute name.");
            }

            source = model;
        }

        return source?.TimeToLiveAttribute;
    }

    private IEnumerable<KeyModel> AllKeys() =>
        Indexes.SelectMany(static index => index.Partition.Concat(index.Sort)).Prepend(Partition).Concat(SortKeys());

    private void ThrowIfTypesDiffer()
    {
        foreach (var uses in AllKeys().GroupBy(static key => key.AttributeName))
        {
            if (uses.Select(static key => key.Type).Distinct().Count() > 1)
            {
                throw new ArgumentException(
                    $"The key attribute '{uses.Key}' of the table '{TableName}' is declared with several types: "
                    + $"{string.Join(", ", uses.Select(static key => key.Type).Distinct())}. "
                    + "Declare it with one type, or use different names.");
            }
        }
    }
}
