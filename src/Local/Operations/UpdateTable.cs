using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>UpdateTable. New indexes are complete before the response.</summary>
internal static class UpdateTable
{
    private static readonly string[] Parameters =
    [
        "ProvisionedThroughput", "BillingMode", "GlobalSecondaryIndexUpdates", "DeletionProtectionEnabled", "TableClass",
        "StreamSpecification", "SSESpecification",
    ];

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var name = TableConstraints.ReadName(fields, constraints);
        TableConstraints.CheckAttributes(fields, constraints, required: false);
        constraints.OneOf("billingMode", fields.Text("BillingMode"), BillingReader.Modes);
        constraints.OneOf("tableClass", fields.Text("TableClass"), BillingReader.TableClasses);
        TableConstraints.CheckThroughput(fields, constraints, "provisionedThroughput");
        StreamSpecification.CheckConstraints(fields, constraints);
        IndexUpdates.CheckConstraints(fields, constraints);
        constraints.ThrowIfAny();
        if (!Array.Exists(Parameters, fields.Has))
        {
            throw DynamoError.InvalidParameter(
                "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification "
                + "or ReplicaUpdates is required");
        }

        var specification = StreamSpecification.Read(fields);
        Table? updated = null;
        TableStream? stream = null;
        context.Write(batch =>
        {
            batch.SetSchema(Change(fields, batch.Catalog.NamedTable(name).Schema));
            updated = batch.Catalog.Table(name);
            specification?.Apply(batch, updated.Schema);
            stream = batch.Catalog.Streams.Latest(updated.Schema.Id, context.Now);
        });
        TableDescription.WriteResponse(context.Json, "TableDescription", updated!, "UPDATING", stream);
    }

    private static TableSchema Change(Fields fields, TableSchema schema)
    {
        var onDemand = BillingReader.ReadMode(fields) ?? schema.OnDemand;
        var throughput = BillingReader.ReadThroughput(fields, onDemand, required: schema.OnDemand);
        if (!onDemand && throughput == schema.Throughput)
            throw Unchanged(throughput);

        var attributes = Merge(schema.Attributes, KeySchemaReader.ReadAttributes(fields));
        var indexes = IndexUpdates.Apply(fields, schema, attributes, onDemand);
        return schema with
        {
            OnDemand = onDemand,
            Throughput = onDemand ? Throughput.None : throughput ?? schema.Throughput,
            Indexes = onDemand ? [.. indexes.Select(index => index.With(Throughput.None, schema.Keys))] : indexes,
            Attributes = [.. attributes.Where(attribute => IsKey(attribute.Name))],
            DeletionProtected = fields.Flag("DeletionProtectionEnabled") ?? schema.DeletionProtected,
            TableClass = fields.Text("TableClass") ?? schema.TableClass,
        };

        bool IsKey(string attribute) => schema.Keys.Has(attribute) || indexes.Exists(index => index.Keys.Has(attribute));
    }

    private static DynamoError Unchanged(Throughput throughput) => DynamoError.Validation(
        "The provisioned throughput for the table will not change. The requested value equals the current value. "
        + $"Current ReadCapacityUnits provisioned for the table: {throughput.Read}. "
        + $"Requested ReadCapacityUnits: {throughput.Read}. Current WriteCapacityUnits provisioned for the table: {throughput.Write}. "
        + $"Requested WriteCapacityUnits: {throughput.Write}. "
        + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");

    private static List<(string Name, ValueKind Kind)> Merge(
        IReadOnlyList<(string Name, ValueKind Kind)> known, List<(string Name, ValueKind Kind)> given)
    {
        List<(string Name, ValueKind Kind)> merged = [.. known];
        foreach (var attribute in given)
        {
            var existing = merged.FindIndex(other => other.Name == attribute.Name);
            if (existing < 0)
                merged.Add(attribute);
            else if (merged[existing].Kind != attribute.Kind)
                throw DynamoError.InvalidParameter($"Attribute {attribute.Name} is already defined with another type");
        }

        return merged;
    }
}
