using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads secondary indexes.</summary>
internal static class IndexReader
{
    private const int MaxLocalIndexes = 5;

    /// <summary>The maximum number of global indexes of a table.</summary>
    public const int MaxGlobalIndexes = 20;

    /// <summary>The message of an error about too many global indexes.</summary>
    public static readonly string TooManyGlobalIndexes = $"GlobalSecondaryIndex count exceeds the per-table limit of {MaxGlobalIndexes}";

    /// <summary>Reads the local indexes of a new table.</summary>
    public static List<IndexSchema> ReadLocal(
        Fields fields,
        KeySchema tableKeys,
        IReadOnlyList<(string Name, ValueKind Kind)> attributes,
        string parameter = "LocalSecondaryIndexes")
    {
        if (!fields.Has(parameter))
            return [];

        var list = fields.Structures(parameter);
        if (list.Count == 0)
            throw DynamoError.InvalidParameter("List of LocalSecondaryIndexes is empty");
        if (tableKeys.Range is null)
        {
            throw DynamoError.InvalidParameter(
                "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
        }

        var indexes = new List<IndexSchema>();
        foreach (var index in list)
        {
            var name = index.Text("IndexName")!;
            var keys = KeySchemaReader.ReadPlain(index, attributes);
            if (keys.Range is null)
                throw DynamoError.InvalidParameter($"Index KeySchema does not have a range key for index: {name}");
            if (keys.Hash.Name != tableKeys.Hash.Name)
            {
                throw DynamoError.InvalidParameter(
                    $"Index KeySchema does not have the same leading hash key as table KeySchema for index: {name}. "
                    + $"index hash key: {keys.Hash.Name}, table hash key: {tableKeys.Hash.Name}");
            }

            Add(indexes, new IndexSchema(name, SecondaryIndexKind.Local, keys, ReadProjection(index), Throughput.None, tableKeys));
        }

        return indexes.Count <= MaxLocalIndexes
            ? indexes
            : throw DynamoError.InvalidParameter($"Number of LocalSecondaryIndexes exceeds per-table limit of {MaxLocalIndexes}");
    }

    /// <summary>Reads the global indexes of a new table and adds them to the local ones.</summary>
    public static void ReadGlobal(
        Fields fields,
        List<IndexSchema> indexes,
        KeySchema tableKeys,
        IReadOnlyList<(string Name, ValueKind Kind)> attributes,
        bool onDemand)
    {
        if (!fields.Has("GlobalSecondaryIndexes"))
            return;

        var list = fields.Structures("GlobalSecondaryIndexes");
        if (list.Count == 0)
            throw DynamoError.InvalidParameter("List of GlobalSecondaryIndexes is empty");

        foreach (var index in list)
            Add(indexes, ReadGlobal(index, tableKeys, attributes, onDemand));
        if (list.Count > MaxGlobalIndexes)
            throw DynamoError.InvalidParameter(TooManyGlobalIndexes);
    }

    /// <summary>Reads one global index.</summary>
    public static IndexSchema ReadGlobal(
        Fields index, KeySchema tableKeys, IReadOnlyList<(string Name, ValueKind Kind)> attributes, bool onDemand)
    {
        var name = index.Text("IndexName")!;
        var keys = KeySchemaReader.ReadGlobal(index, attributes);
        var projection = ReadProjection(index);
        var throughput = BillingReader.ReadThroughput(index);
        if (onDemand && throughput is not null)
        {
            throw DynamoError.InvalidParameter(
                $"ProvisionedThroughput should not be specified for index: {name} when BillingMode is PAY_PER_REQUEST");
        }

        if (!onDemand && throughput is null)
            throw MissingThroughput(name);
        return new IndexSchema(name, SecondaryIndexKind.Global, keys, projection, throughput ?? Throughput.None, tableKeys);
    }

    /// <summary>The error of a global index without provisioned units in a table that has them.</summary>
    public static DynamoError MissingThroughput(string index) =>
        DynamoError.InvalidParameter($"ProvisionedThroughput must be specified for index: {index}");

    /// <summary>Reads what an index carries.</summary>
    public static IndexContent ReadProjection(Fields index)
    {
        var projection = index.Structure("Projection")!.Value;
        var type = projection.Text("ProjectionType") ?? throw DynamoError.InvalidParameter("Unknown ProjectionType: null");
        var names = projection.Texts("NonKeyAttributes");
        if (names is not null && type != "INCLUDE")
            throw DynamoError.InvalidParameter($"ProjectionType is {type}, but NonKeyAttributes is specified");
        if (names is null && type == "INCLUDE")
            throw DynamoError.InvalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        if (names?.GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1) is { } duplicate)
            throw DynamoError.InvalidParameter($"Duplicate element in NonKeyAttributes: {duplicate.Key}");
        return new IndexContent(type, names ?? []);
    }

    private static void Add(List<IndexSchema> indexes, IndexSchema index)
    {
        if (indexes.Exists(known => known.Name == index.Name))
            throw DynamoError.InvalidParameter($"Duplicate index name: {index.Name}");
        indexes.Add(index);
    }
}
