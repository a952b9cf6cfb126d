namespace DynamoToolkit;

/// <summary>What all postings of trigram indexes have in common, whatever type their items are of.</summary>
internal sealed class Posting
{
    /// <summary>The attribute with the folded text, between its sentinels.</summary>
    public const string FoldedName = "folded";

    /// <summary>The attribute with the text, if it differs from its fold.</summary>
    public const string TextName = "raw";

    /// <summary>The attribute with the owner's partition key, if it is not in the sort key.</summary>
    public const string OwnerName = "owner";

    /// <summary>The attribute with the owner's sort key, if it is not in the sort key.</summary>
    public const string OwnerSortName = "ownerSort";

    private Posting()
    {
    }

    /// <summary>
    /// The model of the postings of a type's indexes. All postings of a table are of one type, so that they may share keys with each other
    /// but not with any other type.
    /// </summary>
    public static TableModel ModelFor(TableModel items) => new(items.TableName, typeof(Posting))
    {
        Partition = KeyModel.Composed(items.Partition.AttributeName, TrigramIndex.KeyPrefix + "{List}", new RestKeyPart()),
        Sort = items.Sort is { } sort
            ? new KeyModel(sort.AttributeName, KeyType.String)
            : throw new InvalidOperationException($"{items.ItemType.Name} has trigram indexes, and its table needs a sort key."),
        TimeToLiveAttribute = items.TimeToLiveAttribute,
    };

    /// <summary>The model of the postings of one of the types, which is that of all; none if no type has trigram indexes.</summary>
    public static IEnumerable<TableModel> ModelsFor(ReadOnlySpan<TableModel> models)
    {
        foreach (var model in models)
        {
            if (model.Trigrams is not null)
                return [ModelFor(model)];
        }

        return [];
    }
}
