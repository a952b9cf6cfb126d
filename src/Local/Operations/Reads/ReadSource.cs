using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>What a query or scan reads: a table or one of its indexes.</summary>
internal sealed class ReadSource
{
    private ReadSource(Table table, IndexSchema? index)
    {
        Table = table;
        Index = index;
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The index; null for the table itself.</summary>
    public IndexSchema? Index { get; }

    /// <summary>The key that orders the source.</summary>
    public KeySchema Keys => Index?.Keys ?? Table.Schema.Keys;

    /// <summary>Whether a partition of the source can hold only one item, so that a query has at most one page.</summary>
    public bool HoldsOneItemPerPartition => Index is null && Keys.Range is null;


    /// <summary>The attributes of a page token: the source's key and the table's.</summary>
    public IEnumerable<KeyElement> TokenElements => Index is null
        ? Keys.Elements
        : Keys.Elements.Concat(Table.Schema.Keys.Elements).DistinctBy(static element => element.Name);

    /// <summary>Whether the table must supply the items, because the index does not carry all requested attributes.</summary>
    public bool FetchesItems { get; private init; }

    /// <summary>Finds the source of a request, and checks that it has what the request asks for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">What to read.</param>
    /// <param name="refusal">The message for a vector index, which only SearchVectors can read.</param>
    /// <param name="namesMissing">Whether the message for an index that is missing names it. That of statements does not.</param>
    public static ReadSource Find(OperationContext context, ReadRequest request, string refusal, bool namesMissing = true)
    {
        var table = context.Table(request.TableName);
        if (request.IndexName is null)
            return new ReadSource(table, null);

        if (table.FindVectorIndex(request.IndexName) is not null)
            throw DynamoError.Validation(refusal);

        var index = table.FindIndex(request.IndexName)
            ?? throw DynamoError.Validation(
                "The table does not have the specified index" + (namesMissing ? $": {request.IndexName}" : ""));
        if (index.Kind == SecondaryIndexKind.Global && request.Consistent)
            throw DynamoError.Validation("Consistent reads are not supported on global secondary indexes");
        return new ReadSource(table, index) { FetchesItems = NeedsItems(index, request) };
    }

    /// <summary>Walks over the whole items of a range of the source, whose first key is included and whose last is not.</summary>
    public ItemCursor Walk(byte[]? from, byte[]? to, bool descending = false) => Index is null
        ? new ItemCursor(Table.Items.Walk(from, to, descending))
        : new ItemCursor(Table.ItemsBy(Index).Walk(from, to, descending));

    /// <summary>The part of an item that the source has.</summary>
    public MapValue Entry(MapValue item) => Index is null || FetchesItems ? item : Index.Project(item);

    /// <summary>The size in bytes of an entry in the source itself.</summary>
    public int EntrySize(MapValue item) => Index is null ? item.ItemSize : Index.Project(item).ItemSize;

    /// <summary>The key of an item in the source.</summary>
    public byte[] EntryKey(MapValue item) =>
        Index is null ? Table.KeyOf(item) : KeyEncoder.IndexKey(Index, Table.Schema.Keys, item);

    /// <summary>Checks the form of a page token: the right attributes of the right types.</summary>
    public void CheckStartKey(MapValue startKey, string mismatch)
    {
        var elements = TokenElements.ToList();
        if (startKey.Members.Count != elements.Count || elements.Exists(element => !startKey.TryGet(element.Name, out _)))
            throw DynamoError.Validation(mismatch);

        // An attribute of both keys must fit into its place in both.
        foreach (var element in Keys.Elements.Concat(Table.Schema.Keys.Elements))
        {
            try
            {
                KeyRules.CheckKeyPart(element, startKey);
            }
            catch (DynamoError error)
            {
                throw DynamoError.Validation("The provided starting key is invalid: " + error.Message);
            }
        }
    }

    private static bool NeedsItems(IndexSchema index, ReadRequest request)
    {
        if (index.CarriedAttributes is null)
            return false;

        var isLocal = index.Kind == SecondaryIndexKind.Local;
        if (request.Select == "ALL_ATTRIBUTES")
        {
            return isLocal
                ? true
                : throw DynamoError.InvalidParameter(
                    $"Select type ALL_ATTRIBUTES is not supported for global secondary index {index.Name} "
                    + "because its projection type is not ALL");
        }

        var missing = Missing(index.CarriedAttributes, request.Projection);
        if (missing.Count == 0)
            return false;
        return isLocal
            ? true
            : throw DynamoError.InvalidParameter($"Global secondary index {index.Name} does not project [{string.Join(", ", missing)}]");
    }

    private static List<string> Missing(HashSet<string> carried, Projection? projection) => projection is null
        ? []
        : [.. projection.Paths.Select(static path => path.Attribute).Distinct().Where(name => !carried.Contains(name))];
}
