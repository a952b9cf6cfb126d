using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations.Backups;

/// <summary>
/// The schema of a restored table: that of the backup with the overrides of the request, and without time to live, tags, deletion
/// protection and continuous backups, which the service does not restore either.
/// </summary>
internal static class RestoredSchema
{
    private const string Billing = "BillingModeOverride";
    private const string Throughput = "ProvisionedThroughputOverride";
    private const string Locals = "LocalSecondaryIndexOverride";
    private const string Globals = "GlobalSecondaryIndexOverride";
    private const string Vectors = "VectorIndexOverride";

    /// <summary>Checks the constraints of the overrides.</summary>
    public static void CheckConstraints(Fields fields, Constraints constraints)
    {
        constraints.OneOf("billingModeOverride", fields.Text(Billing), BillingReader.Modes);
        TableConstraints.CheckThroughput(fields, constraints, "provisionedThroughputOverride", Throughput);
        TableConstraints.CheckIndexes(fields, constraints, Locals, TableConstraints.MaxTableKeyElements);
        TableConstraints.CheckIndexes(fields, constraints, Globals, TableConstraints.MaxGlobalKeyElements);
        VectorIndexReader.CheckConstraints(fields, constraints, Vectors);
    }

    /// <summary>Reads the schema.</summary>
    public static TableSchema Read(Fields fields, TableBackup backup, string name, DateTimeOffset now)
    {
        var source = backup.Schema;
        var onDemand = BillingReader.ReadMode(fields, Billing) ?? source.OnDemand;
        var kept = onDemand || source.OnDemand ? null : source.Throughput;
        var throughput = BillingReader.Check(BillingReader.ReadThroughput(fields, Throughput) ?? kept, onDemand);
        List<IndexSchema> indexes = [.. ReadLocals(fields, source), .. ReadGlobals(fields, source, onDemand)];
        var vectors = ReadVectors(fields, source, onDemand);
        var restored = source with
        {
            Name = name,
            Id = Guid.NewGuid(),
            Created = now,
            OnDemand = onDemand,
            Throughput = throughput,
            Indexes = indexes,
            VectorIndexes = vectors,
            ExpiryAttribute = null,
            DeletionProtected = false,
            Tags = new Dictionary<string, string>(),
            PointInTime = null,
            RestoredFrom = new RestoreSource(backup.Arn, source.Arn, now),
        };
        return restored with { Attributes = [.. source.Attributes.Where(attribute => restored.Declares(attribute.Name))] };
    }

    private static IEnumerable<IndexSchema> ReadLocals(Fields fields, TableSchema source)
    {
        if (!fields.Has(Locals))
            return source.LocalIndexes;
        if (fields.Structures(Locals).Count == 0)
            return [];

        var indexes = IndexReader.ReadLocal(fields, source.Keys, source.Attributes, Locals);
        indexes.ForEach(index => CheckKnown(source, index, Locals));
        return indexes;
    }

    private static IEnumerable<IndexSchema> ReadGlobals(Fields fields, TableSchema source, bool onDemand)
    {
        if (!fields.Has(Globals))
            return source.GlobalIndexes.Select(index => index.With(ThroughputOf(index, source, onDemand), source.Keys));

        var indexes = fields.Structures(Globals)
            .ConvertAll(index => IndexReader.ReadGlobal(index, source.Keys, source.Attributes, onDemand));
        indexes.ForEach(index => CheckKnown(source, index, Globals));
        return indexes.DistinctBy(static index => index.Name).Count() == indexes.Count
            ? indexes
            : throw DynamoError.InvalidParameter($"{Globals} names an index twice");
    }

    private static IReadOnlyList<VectorIndexSchema> ReadVectors(Fields fields, TableSchema source, bool onDemand)
    {
        var vectors = !fields.Has(Vectors) ? source.VectorIndexes
            : fields.Structures(Vectors).Count == 0 ? []
            : VectorIndexReader.Read(fields, [], source.Keys, source.Attributes, onDemand, Vectors);
        VectorIndexReader.Check(vectors, source.Attributes, onDemand);
        return vectors.FirstOrDefault(index => !source.VectorIndexes.Any(other => other.IsSameAs(index))) is { } unknown
            ? throw Unknown(Vectors, unknown.Name)
            : vectors;
    }

    private static Throughput ThroughputOf(IndexSchema index, TableSchema source, bool onDemand) => onDemand ? Schema.Throughput.None
        : source.OnDemand ? throw IndexReader.MissingThroughput(index.Name)
        : index.Throughput;

    // A restore can leave indexes out, but cannot add or change any.
    private static void CheckKnown(TableSchema source, IndexSchema index, string parameter)
    {
        var known = source.Indexes.Any(other => other.Name == index.Name && other.Kind == index.Kind
            && other.Keys.Elements.AsSpan().SequenceEqual(index.Keys.Elements)
            && other.Carried.Type == index.Carried.Type
            && other.Carried.NonKeyAttributes.Order().SequenceEqual(index.Carried.NonKeyAttributes.Order()));
        if (!known)
            throw Unknown(parameter, index.Name);
    }

    private static DynamoError Unknown(string parameter, string index) =>
        DynamoError.InvalidParameter($"{parameter} must match the indexes of the backup. The backup has no such index: {index}");
}
