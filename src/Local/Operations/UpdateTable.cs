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
        VectorIndexUpdates.CheckConstraints(fields, constraints);
        constraints.ThrowIfAny();
        UpdateCombinations.Check(fields);
        var specification = StreamSpecification.Read(fields);
        Table? updated = null;
        TableStream? stream = null;
        using var build = context.BuildIndexes(name, schema => Change(fields, schema));
        context.Write(batch =>
        {
            batch.SetSchema(Change(fields, batch.Catalog.NamedTable(name).Schema), build);
            updated = batch.Catalog.Table(name);
            specification?.Apply(batch, updated.Schema);
            stream = batch.Catalog.Streams.Latest(updated.Schema.Id, context.Now);
        });
        TableDescription.WriteResponse(context.Json, "TableDescription", updated!, "UPDATING", stream);
    }

    private static TableSchema Change(Fields fields, TableSchema schema)
    {
        var mode = BillingReader.ReadMode(fields);
        var onDemand = mode ?? schema.OnDemand;
        var throughput = BillingReader.ReadThroughput(fields);
        if (onDemand && throughput is not null)
            throw BillingReader.NotOnDemand();
        if (mode == false && throughput is null)
            throw DynamoError.InvalidParameter("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        if (!onDemand && throughput == schema.Throughput)
            throw BillingReader.Unchanged("table", throughput);

        var given = KeySchemaReader.ReadAttributes(fields);
        var attributes = Merge(schema, given);
        var indexes = IndexUpdates.Apply(fields, schema, given, onDemand);
        var vectors = VectorIndexUpdates.Apply(fields, schema, indexes, given);
        VectorIndexReader.Check(vectors, attributes, onDemand);
        var changed = schema with
        {
            OnDemand = onDemand,
            Throughput = onDemand ? Throughput.None : throughput ?? schema.Throughput,
            Indexes = onDemand ? [.. indexes.Select(index => index.With(Throughput.None, schema.Keys))] : indexes,
            VectorIndexes = vectors,
            DeletionProtected = fields.Flag("DeletionProtectionEnabled") ?? schema.DeletionProtected,
            TableClass = fields.Text("TableClass") ?? schema.TableClass,
        };
        return changed with { Attributes = [.. attributes.Where(attribute => changed.Declares(attribute.Name))] };
    }

    private static List<(string Name, ValueKind Kind)> Merge(TableSchema schema, List<(string Name, ValueKind Kind)> given)
    {
        List<(string Name, ValueKind Kind)> merged = [.. schema.Attributes];
        foreach (var attribute in given)
        {
            var existing = merged.FindIndex(other => other.Name == attribute.Name);
            if (existing < 0)
                merged.Add(attribute);
            else if (merged[existing].Kind != attribute.Kind)
                throw Redefined(schema, attribute.Name, attribute.Kind);
        }

        return merged;
    }

    private static DynamoError Redefined(TableSchema schema, string name, ValueKind kind) => DynamoError.InvalidParameter(
        "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
        + $"Existing schema: Schema:[SchemaElement: {schema.DescribeKey(name)}] "
        + $"New schema: Schema:[SchemaElement: {schema.DescribeKey(name, kind)}]");
}
