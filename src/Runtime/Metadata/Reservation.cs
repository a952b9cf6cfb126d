namespace DynamoToolkit;

/// <summary>What all reservations of unique values have in common, whatever type their items are of.</summary>
internal sealed class Reservation
{
    public const string OwnerName = "uniqueOwner";
    public const string OwnerSortName = "uniqueOwnerSort";
    public const string ConstraintName = "uniqueName";
    public const string ValueName = "uniqueValue";

    private Reservation()
    {
    }

    /// <summary>
    /// The model of the reservations of a type's values. All reservations of a table are of one type, so that they may share keys with each
    /// other but not with any other type.
    /// </summary>
    public static TableModel ModelFor(TableModel items) => new(items.TableName, typeof(Reservation))
    {
        Partition = KeyModel.Composed(items.Partition.AttributeName, UniqueConstraint.KeyPrefix + "{Value}", new RestKeyPart()),
        Sort = items.Sort switch
        {
            null => null,
            { Type: KeyType.String } sort => KeyModel.Composed(sort.AttributeName, "UNIQUE"),
            var sort => new KeyModel(sort.AttributeName, sort.Type),
        },
        TimeToLiveAttribute = items.TimeToLiveAttribute,
    };

    /// <summary>The model of the reservations of one of the types, which is that of all; none if no type has unique values.</summary>
    public static IEnumerable<TableModel> ModelsFor(ReadOnlySpan<TableModel> models)
    {
        foreach (var model in models)
        {
            if (model.Unique is not null)
                return [ModelFor(model)];
        }

        return [];
    }

    /// <summary>The value of a reservation's sort key, which is the same for all.</summary>
    public static KeyValue SortOf(TableModel items) => items.Sort?.Type switch
    {
        null => default,
        KeyType.String => KeyValue.Of("UNIQUE"),
        KeyType.Number => KeyValue.Of(0L),
        _ => KeyValue.Of([0]),
    };
}
