using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>
/// What all ledgers of trigram indexes have in common. A worker that keeps indexes has one ledger for each item that is in them: it says
/// which postings the item has. Beside the ledgers of a type are the marks that say whether the indexes can be searched.
/// </summary>
internal sealed class TrigramLedger
{
    /// <summary>The sort key of a ledger.</summary>
    public const string LedgerSort = "LEDGER";

    /// <summary>With what the sort keys of marks begin.</summary>
    public const string MarkPrefix = "UPKEEP#";

    private const string KeyPrefix = "TRIGRAM-LEDGER#";

    private TrigramLedger()
    {
    }

    /// <summary>With what the partition keys of a type's ledgers begin.</summary>
    public static string KeyStart(string typeName) => KeyPrefix + KeyEscape.Of(typeName);

    /// <summary>
    /// The models of the ledgers and marks of all types of a table; none without trigram indexes. OpenSearch has marks also if writers keep
    /// all indexes.
    /// </summary>
    public static IEnumerable<TableModel> ModelsFor(ReadOnlySpan<TableModel> models)
    {
        foreach (var model in models)
        {
            if (model.Trigrams is not null)
            {
                return
                [
                    ModelFor(model, KeyModel.Composed(model.Sort!.AttributeName, LedgerSort)),
                    ModelFor(model, KeyModel.Composed(model.Sort.AttributeName, MarkPrefix + "{Index}", new RestKeyPart())),
                ];
            }
        }

        return [];
    }

    private static TableModel ModelFor(TableModel items, KeyModel sort) => new(items.TableName, typeof(TrigramLedger))
    {
        Partition = KeyModel.Composed(items.Partition.AttributeName, KeyPrefix + "{Owner}", new RestKeyPart()),
        Sort = sort,
    };
}
