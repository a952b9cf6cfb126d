using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>
/// What all ledgers of trigram indexes have in common. A worker that keeps indexes has one ledger for each item that is in them: it says
/// which postings the item has. Beside the ledgers of a type are the marks that say whether the indexes can be searched.
/// </summary>
internal sealed class TrigramLedger
{
    private const string KeyPrefix = "TRIGRAM-LEDGER#";

    private TrigramLedger()
    {
    }

    /// <summary>With what the partition keys of a type's ledgers begin.</summary>
    public static string KeyStart(string typeName) => KeyPrefix + KeyEscape.Of(typeName);

    /// <summary>The model of the ledgers and marks of all types of a table.</summary>
    private static TableModel ModelFor(TableModel items) => new(items.TableName, typeof(TrigramLedger))
    {
        Partition = KeyModel.Composed(items.Partition.AttributeName, KeyPrefix + "{Owner}", new RestKeyPart()),
        Sort = new KeyModel(items.Sort!.AttributeName, KeyType.String),
    };

    /// <summary>The model, if one of the types has an index that a worker keeps.</summary>
    public static IEnumerable<TableModel> ModelsFor(ReadOnlySpan<TableModel> models)
    {
        foreach (var model in models)
        {
            if (model.Trigrams is { OfStream.Count: > 0 })
                return [ModelFor(model)];
        }

        return [];
    }
}
